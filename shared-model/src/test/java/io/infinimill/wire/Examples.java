package io.infinimill.wire;

import io.infinimill.model.Correction;
import io.infinimill.model.Hop;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Judgement;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Provenance;
import io.infinimill.model.ReasonCount;
import io.infinimill.model.Recipe;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Seed;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.Step;
import io.infinimill.model.Teaching;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateRequested;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One event of every type with every field filled, and one with only the fields it must have. */
final class Examples {

    private static final String JOB = "job-7";
    private static final String DATASET = "bakery-math";
    private static final String RECIPE_HASH = "5b1d0c2f8a7e4d3390b6c1a2f4e8d7c6";
    private static final String QUESTION =
            "A baker fills 18 trays with 12 rolls each and sells every roll for $4.5. How many dollars does she take?";
    private static final String PROGRAM = """
            def solve(trays, rolls_per_tray, price):
                \"""Money taken for all rolls.\"""
                # rolls on all trays
                rolls = trays * rolls_per_tray
                return rolls * price
            """;

    private Examples() {}

    static List<Record> full() {
        return List.of(
                new JobSubmitted(JOB, recipe(), RECIPE_HASH, "bakery", DATASET, 1000L),
                new SeedSubmitted(JOB, seed(), 0, 25),
                new TemplateRequested(JOB, seed(), 0, 25),
                new TemplateVerified(JOB, DATASET, template()),
                new SampleGenerated(sample()),
                new SampleFiltered(sample().through(Hop.of("filter", List.of("AnswerLength[max=40]")))),
                new SampleJudged(
                        sample(),
                        List.of(
                                new Judgement("ProgramExecution[]", 1.0, "the program prints 972"),
                                new Judgement(
                                        "Helpfulness[least=7]", 8.5, "clear \"step by step\" text, naïve but right"))),
                new SampleRejected(
                        sample(), "filter", "answer-length", "too_long", "the answer has 41 characters, not 40"),
                new JobProgressed(
                        JOB,
                        41L,
                        970L,
                        29L,
                        1L,
                        List.of(
                                new ReasonCount("filter", "answer-length", "too_long", 20L),
                                new ReasonCount("judge", "program-execution", "wrong_answer", 9L)),
                        15L));
    }

    static List<Record> minimal() {
        var sample = new Sample(
                "a0c1",
                JOB,
                DATASET,
                "math",
                null,
                null,
                null,
                null,
                null,
                null,
                "What is 6 times 7?",
                null,
                null,
                null,
                null,
                new Provenance(
                        RECIPE_HASH, List.of(new Hop("generate", List.of(), null, null, null, null, null, null))));
        var seed = new Seed("b7", "streamed", "jsonl", "What is 6 times 7?", null, null, null);
        return List.of(
                new JobSubmitted(
                        JOB,
                        new Recipe(
                                "streamed", null, List.of(new OperatorUse("scaler", Map.of())), List.of(), List.of()),
                        RECIPE_HASH,
                        null,
                        DATASET,
                        null),
                new SeedSubmitted(JOB, seed, null, null),
                new TemplateRequested(JOB, seed, null, null),
                new TemplateVerified(
                        JOB,
                        DATASET,
                        new Template(
                                "c3",
                                "What is {a} times 7?",
                                "solve",
                                "def solve(a):\n    return a * 7\n",
                                List.of(new Variable(
                                        "a",
                                        "integer",
                                        null,
                                        BigDecimal.ONE,
                                        BigDecimal.TEN,
                                        BigDecimal.ONE,
                                        new BigDecimal("6"),
                                        "used")),
                                List.of(new Step("answer", "a * 7", "integer", null, "the product")),
                                List.of(),
                                null,
                                null,
                                seed,
                                new Verification("executed", "Teacher[]", null, null))),
                new SampleGenerated(sample),
                new SampleFiltered(sample),
                new SampleJudged(sample, List.of(new Judgement("ProgramExecution[]", 1.0, null))),
                new SampleRejected(sample, "generate", "annotated", "no_solution", null),
                new JobProgressed(JOB, 0L, 0L, 0L, 0L, List.of(), null));
    }

    private static Recipe recipe() {
        var scaler = new LinkedHashMap<String, Object>();
        scaler.put("per-template", 25);
        scaler.put("spread", new BigDecimal("1.50"));
        scaler.put("styles", List.of("program", "worked"));
        scaler.put("keep-seed", true);
        return new Recipe(
                "bakery",
                "Templates of the bakery seeds, scaled.",
                List.of(new OperatorUse("annotated", Map.of("strict", false)), new OperatorUse("scaler", scaler)),
                List.of(new OperatorUse("answer-length", Map.of("max", 40))),
                List.of(new OperatorUse("program-execution", Map.of())));
    }

    private static Seed seed() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("topic", "money");
        attributes.put("grade", "4");
        attributes.put("language", "en");
        return new Seed(
                "6f2e",
                "bakery",
                "gsm8k",
                QUESTION,
                "972",
                "There are 18*12=<<18*12=216>>216 rolls.\nShe takes 216*4.5=$<<216*4.5=972>>972.",
                attributes);
    }

    private static Template template() {
        return new Template(
                "9d41",
                "A baker fills {trays} trays with {rolls_per_tray} rolls each and sells every roll for ${price}. How many"
                        + " dollars does she take?",
                "solve",
                PROGRAM,
                List.of(
                        variable("trays", "integer", "trays", "1", "200", "1", "18", "used"),
                        variable("rolls_per_tray", "integer", "rolls", "2", "1000", "1", "12", "used"),
                        variable("price", "decimal", "dollars", "0.25", "99.75", "0.25", "4.5", "used")),
                List.of(
                        new Step("rolls", "trays * rolls_per_tray", "integer", "rolls", "rolls on all trays"),
                        new Step("answer", "rolls * price", "decimal", "dollars", "money taken for all rolls")),
                List.of("rolls <= 100000", "whole(answer * 100)"),
                "There are {trays}*{rolls_per_tray}={rolls} rolls.\nShe takes {rolls}*{price}=${answer}.",
                "answer",
                seed(),
                new Verification("executed", "Annotated[strict=false]", "972", "972.0", teaching()));
    }

    private static Teaching teaching() {
        return new Teaching(
                "local",
                "llama-3.1-8b",
                "77aa",
                "llama3.1",
                1604L,
                480L,
                3460L,
                new Correction(
                        "def solve(trays, rolls_per_tray, price):\n    return trays * price\n",
                        "wrong_answer",
                        "the program returns 81.0, the answer is 972",
                        PROGRAM));
    }

    private static Sample sample() {
        var values = new LinkedHashMap<String, BigDecimal>();
        values.put("trays", new BigDecimal("18"));
        values.put("rolls_per_tray", new BigDecimal("1000"));
        values.put("price", new BigDecimal("4.50"));
        return new Sample(
                "0e9b7a6c5d4f3e2b1a0918273645f0e1",
                JOB,
                DATASET,
                "math",
                "bakery",
                "6f2e",
                "9d41",
                values,
                List.of("price"),
                3,
                QUESTION.replace("12", "1000"),
                "both",
                PROGRAM + "\nprint(solve(18, 1000, 4.5))\n",
                "There are 18*1000=18000 rolls.\nShe takes 18000*4.5=$81000.",
                "81000",
                new Provenance(
                        RECIPE_HASH,
                        List.of(new Hop(
                                "generate",
                                List.of("Annotated[strict=false]", "Scaler[perTemplate=25]"),
                                "local",
                                "llama-3.1-8b",
                                "77aa",
                                812L,
                                240L,
                                1730L))));
    }

    private static Variable variable(
            String name, String type, String unit, String min, String max, String step, String value, String role) {
        return new Variable(
                name,
                type,
                unit,
                new BigDecimal(min),
                new BigDecimal(max),
                new BigDecimal(step),
                new BigDecimal(value),
                role);
    }

    /** The full and the minimal example of every event, with the names of their golden files. */
    static Map<String, Record> byFile() {
        var files = new LinkedHashMap<String, Record>();
        full().forEach(event -> files.put(event.getClass().getSimpleName() + ".json", event));
        minimal().forEach(event -> files.put(event.getClass().getSimpleName() + ".minimal.json", event));
        return files;
    }

    static Stream<Class<? extends Record>> eventTypes() {
        return full().stream().map(Record::getClass);
    }
}
