package io.infinimill.judge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.judge.Finding;
import io.infinimill.judge.Samples;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures the judge on GSM8K's training split, which is no part of this repository: {@code -Dinfinimill.gsm8k=FILE}. */
@EnabledIfSystemProperty(named = "infinimill.gsm8k", matches = ".+")
class WorkedArithmeticGsm8kTest {

    private static final Pattern ANNOTATION = Pattern.compile("<<[^<>]*>>");
    private static final Pattern RESULT = Pattern.compile("<<[^<>]*>>([\\d,.]*\\d)");

    private final Random random = new Random(1);

    @Test
    void acceptsWhatPeopleWroteAndRejectsItWithOneDigitOfOneResultChanged() throws IOException {
        int all = 0;
        int accepted = 0;
        int mutated = 0;
        int killed = 0;
        for (var line : Files.readAllLines(Path.of(System.getProperty("infinimill.gsm8k")))) {
            var parts = Wire.MAPPER.readTree(line).get("answer").asString().split("\n?#### ");
            all++;
            if (accepts(parts[0], parts[1])) {
                accepted++;
                var mutant = mutant(parts[0]);
                mutated += mutant.equals(parts[0]) ? 0 : 1;
                killed += mutant.equals(parts[0]) || accepts(mutant, parts[1]) ? 0 : 1;
            }
        }
        assertThat((double) accepted / all)
                .as("%d of %d accepted", accepted, all)
                .isGreaterThan(0.975);
        assertThat((double) killed / mutated)
                .as("%d of %d killed", killed, mutated)
                .isGreaterThan(0.985);
    }

    private static boolean accepts(String annotated, String answer) {
        var solution = ANNOTATION.matcher(annotated).replaceAll("");
        return new WorkedArithmetic().judge(Samples.worked(solution, answer.strip())) instanceof Finding.Accepted;
    }

    private String mutant(String annotated) {
        var results = RESULT.matcher(annotated).results().toList();
        if (results.isEmpty()) {
            return annotated;
        }
        var result = results.get(random.nextInt(results.size()));
        int at;
        do {
            at = random.nextInt(result.start(1), result.end(1));
        } while (!Character.isDigit(annotated.charAt(at)));
        int digit = (annotated.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
        return annotated.substring(0, at) + digit + annotated.substring(at + 1);
    }
}
