package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.scale.Ranges;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures precision against programs that a person wrote from the questions of the shipped seed set, without sight of
 * the annotations: with changed numbers, template and gold program must agree.
 */
class PrimerGoldTest {

    private static final int INSTANCES = 20;
    private static final Pattern FRACTION = Pattern.compile("(?:\\{(\\w+)}|(\\d+))/\\{(\\w+)}");

    private static final List<Instanced> instanced = new ArrayList<>();
    private static int seeds;
    private static int templates;

    /** One instance of the template of a line, and what the gold program gives for its numbers. */
    private record Instanced(int line, Template template, Instance instance, String gold) {

        boolean agrees() {
            return !gold.startsWith("unmatched")
                    && AnswerMatch.matches(new BigDecimal(gold), new BigDecimal(String.valueOf(instance.answer())));
        }

        String shown() {
            return "line %d, template %s, gold %s: %s%n".formatted(line, instance.answer(), gold, instance.question());
        }
    }

    @BeforeAll
    static void instantiateEverySeed() throws IOException {
        var operators = new GenerateOperators()
                .bind(new Recipe(
                        "test",
                        null,
                        List.of(
                                new OperatorUse("annotated", Map.of("frozen-numbers", true, "margin", 1)),
                                new OperatorUse(
                                        "variants",
                                        Map.of(
                                                "answer",
                                                "both",
                                                "docstring",
                                                true,
                                                "forms",
                                                1,
                                                "most",
                                                INSTANCES,
                                                "seed",
                                                1))),
                        List.of(),
                        List.of()));
        var orders = new ArrayList<Map<String, Object>>();
        var open = new ArrayList<Instanced>();
        var lines = Path.of("src/main/resources/seeds/primer.jsonl").toFile();
        for (var line : java.nio.file.Files.readAllLines(lines.toPath())) {
            seeds++;
            if (operators.decouplers().getFirst().decouple(seed(line)) instanceof Decoupled(Template decoupled)) {
                templates++;
                var template = Ranges.infer(decoupled);
                for (var instance : operators.scaler().instances(template).toList()) {
                    orders.add(Map.of("line", seeds, "changes", changes(template, instance)));
                    open.add(new Instanced(seeds, template, instance, ""));
                }
            }
        }
        var gold = gold(orders);
        for (int i = 0; i < open.size(); i++) {
            var one = open.get(i);
            instanced.add(new Instanced(one.line(), one.template(), one.instance(), gold.get(i)));
        }
    }

    @Test
    void nineInTenSeedsGiveATemplate() {
        assertThat(templates).isGreaterThanOrEqualTo(seeds * 9 / 10);
    }

    @Test
    void changedNumbersGiveTheRightAnswer() {
        assertThat(instanced).hasSizeGreaterThan(templates * INSTANCES / 2);
        assertThat(instanced.stream().filter(one -> !one.agrees()).map(Instanced::shown))
                .isEmpty();
    }

    private static Seed seed(String line) {
        var problem = Wire.MAPPER.readTree(line);
        var answer = problem.get("answer").asString();
        int last = answer.lastIndexOf("####");
        return Seed.of(
                "primer",
                "gsm8k",
                problem.get("question").asString(),
                answer.substring(last + 4).strip().replace(",", ""),
                answer.substring(0, last).strip());
    }

    /** The numbers of the seed that the instance changed; a fraction of the question is one number. */
    private static Map<String, String> changes(Template template, Instance instance) {
        var original = new LinkedHashMap<String, String>();
        template.variables().forEach(variable -> original.put(variable.name(), plain(variable.value())));
        var changes = new LinkedHashMap<String, String>();
        var fractions = FRACTION.matcher(template.generalQuestion());
        while (fractions.find()) {
            var above = fractions.group(1);
            var constant = fractions.group(2);
            var below = fractions.group(3);
            changes.put(
                    (above == null ? constant : original.remove(above)) + "/" + original.remove(below),
                    (above == null ? constant : plain(value(instance, above))) + "/" + plain(value(instance, below)));
        }
        original.forEach((name, value) -> changes.put(value, plain(value(instance, name))));
        return changes;
    }

    private static BigDecimal value(Instance instance, String name) {
        return Objects.requireNonNull(instance.values().get(name), name);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<String> gold(List<Map<String, Object>> orders) throws IOException {
        var python = new ProcessBuilder("/usr/bin/python3", "src/test/resources/run_gold.py", "src/test/resources")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(() -> {
            try (var input = python.getOutputStream()) {
                for (var order : orders) {
                    input.write((Wire.MAPPER.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                python.destroy();
            }
        });
        try (var output = python.inputReader()) {
            return output.lines().toList();
        }
    }
}
