package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

/**
 * SVAMP's masked file as gold. The product gets the text with its numbers and an equation of bare numbers, so it has to find
 * out itself which number of the text each is; then the gold equation over the masks, with the changed numbers as the text
 * has them, must give its answer.
 */
record GoldEquations(List<Problem> problems) {

    private static final String MASK = "number\\d+";

    /** A row of the file, with its mask and its gold equation over the masks. */
    record Problem(String masked, List<BigDecimal> values, Formula equation, String answer) {

        static Problem of(CSVRecord row) {
            var body = row.get("Body").strip();
            var end = body.matches(".*[.?!,]") ? " " : ". ";
            var values = Arrays.stream(row.get("Numbers").strip().split("\\s+"))
                    .map(Problem::plain)
                    .toList();
            return new Problem(
                    body + end + row.get("Ques").strip(),
                    values,
                    Formula.prefix(row.get("Equation")),
                    plain(row.get("Answer")).toPlainString());
        }

        String question() {
            return unmasked(masked);
        }

        /** In the product's format, where the mask is nowhere to be seen. */
        String line() {
            var question = masked.lastIndexOf(". ") < 0 ? 0 : masked.lastIndexOf(". ") + 1;
            return Wire.MAPPER.writeValueAsString(Map.of(
                    "Body", unmasked(masked.substring(0, question).strip()),
                    "Question", unmasked(masked.substring(question).strip()),
                    "Equation", equation.print(values),
                    "Answer", answer));
        }

        /** The gold answer for the numbers that stand in the places of the masks; empty for another text. */
        Optional<BigDecimal> answerOf(String changed) {
            var words = TextPair.words(masked);
            var others = TextPair.words(changed);
            if (words.size() != others.size()) {
                return Optional.empty();
            }
            var found = new HashMap<Integer, BigDecimal>();
            for (var i = 0; i < words.size(); i++) {
                if (words.get(i).matches(".*" + MASK + ".*")) {
                    var numbers = TextPair.numbers(others.get(i));
                    if (numbers.size() != 1) {
                        return Optional.empty();
                    }
                    found.put(Integer.parseInt(words.get(i).replaceAll(".*number(\\d+).*", "$1")), numbers.getFirst());
                }
            }
            try {
                return Optional.of(equation.evaluate(index -> found.getOrDefault(index, values.get(index))));
            } catch (ArithmeticException noValue) {
                return Optional.empty();
            }
        }

        private String unmasked(String text) {
            var result = text;
            for (var i = values.size() - 1; i >= 0; i--) {
                result = result.replace("number" + i, values.get(i).toPlainString());
            }
            return result;
        }

        private static BigDecimal plain(String number) {
            var value = new BigDecimal(number).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    static GoldEquations read(Path file) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(Files.newBufferedReader(file))) {
            return new GoldEquations(rows.stream().map(Problem::of).toList());
        }
    }

    List<String> lines() {
        return problems.stream().map(Problem::line).toList();
    }

    void compare(ApiClient api, int instances, int shown) throws IOException, InterruptedException {
        Figures.heading("SVAMP: the gold equation over the masks, evaluated on changed numbers");
        var byQuestion = new HashMap<String, List<Problem>>();
        for (var problem : problems) {
            byQuestion
                    .computeIfAbsent(problem.question(), question -> new ArrayList<>())
                    .add(problem);
        }
        var harvest = Harvest.of(api, "svamp", lines(), instances);
        var agreement = new Agreement();
        harvest.instances().forEach((template, samples) -> {
            var seed = harvest.seed(template);
            var gold = byQuestion.getOrDefault(seed.path("question").asString(), List.of());
            samples.forEach(sample -> compare(agreement, seed, sample, gold));
        });
        agreement.report(shown);
    }

    private static void compare(Agreement agreement, JsonNode seed, JsonNode sample, List<Problem> gold) {
        var expected = gold.size() == 1
                ? gold.getFirst().answerOf(sample.path("question").asString())
                : Optional.<BigDecimal>empty();
        expected.ifPresentOrElse(
                answer -> agreement.compare(seed, sample, answer), () -> agreement.unpaired(seed, sample));
    }
}
