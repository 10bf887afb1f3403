package io.infinimill.generator;

import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.annotated.Drafting;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems of the shipped seed set without their solutions, and what a good and a bad teacher says of them. */
public final class PrimerReplies {

    /** A problem, what a good teacher would reply, and what is known of it from its annotations. */
    public record Problem(Seed seed, String answer, String solution, Template template) {

        /** The worked solution and the answer, as a good teacher writes them. */
        public String worked() {
            return solution + "\n#### " + answer;
        }

        public String good() {
            return reply(template.generalQuestion(), template.variables(), template.program());
        }

        /** The program has a number of the problem in place of a variable. */
        public String constantLeft() {
            var variable = used();
            int body = template.program().indexOf("\"\"\"", template.program().indexOf("\"\"\"") + 3);
            var program = template.program().substring(0, body)
                    + template.program()
                            .substring(body)
                            .replaceAll(
                                    "\\b" + variable.name() + "\\b",
                                    variable.value().toPlainString());
            return reply(template.generalQuestion(), template.variables(), program);
        }

        /** The right answer, from a number that is nowhere in the problem. */
        public String luck() {
            var offset = new BigDecimal(answer).add(new BigDecimal("7717"));
            return reply(
                    template.generalQuestion(),
                    template.variables(),
                    "def answer_of(%s):\n    # the difference\n    answer = 7717 - %s + %s - %s\n    return %s - answer\n"
                            .formatted(parameters(), used().name(), used().name(), "0", offset.toPlainString()));
        }

        /** The right answer, whatever the numbers are: with the answer itself hidden in a sum of explained numbers. */
        public String ones() {
            return reply(
                    template.generalQuestion(),
                    template.variables(),
                    "def answer_of(%s):\n    # all together\n    total = %s - %s\n    return total + %s\n"
                            .formatted(parameters(), used().name(), used().name(), ones(answer)));
        }

        /** A good reply to another problem. */
        public String another(Problem other) {
            return other.good();
        }

        /** A general question of its own with a program that computes something else. */
        public String wrong() {
            return reply(
                    template.generalQuestion(),
                    template.variables(),
                    "def answer_of(%s):\n    # everything\n    total = %s + 1\n    return total\n"
                            .formatted(parameters(), parameters().replace(", ", " + ")));
        }

        public String prose() {
            return "Sure! Let me think step by step. First we add the numbers, so the answer is %s.".formatted(answer);
        }

        public String leak() {
            return reply(
                    template.generalQuestion(),
                    template.variables(),
                    "def answer_of(%s):\n    \"\"\"The answer.\"\"\"\n    return %s\n".formatted(parameters(), answer));
        }

        private Variable used() {
            return template.variables().stream()
                    .filter(variable -> variable.value().compareTo(BigDecimal.TEN) > 0)
                    .findFirst()
                    .orElse(template.variables().getFirst());
        }

        private String parameters() {
            return template.variables().stream().map(Variable::name).collect(Collectors.joining(", "));
        }

        private static String ones(String answer) {
            return String.join(" + ", Collections.nCopies(Math.clamp(Long.parseLong(answer), 1, 900), "1"));
        }
    }

    private PrimerReplies() {}

    /** Those problems of which the annotated decoupler can replace every number, in the order of the file. */
    public static List<Problem> problems() throws IOException {
        var problems = new ArrayList<Problem>();
        for (var line : Files.readAllLines(Path.of("src/main/resources/seeds/primer.jsonl"))) {
            var read = Wire.MAPPER.readTree(line);
            var solution = read.get("answer").asString();
            int last = solution.lastIndexOf("####");
            var question = read.get("question").asString();
            var answer = solution.substring(last + 4).strip().replace(",", "");
            var worked = Seed.of(
                    "primer",
                    "gsm8k",
                    question,
                    answer,
                    solution.substring(0, last).strip());
            if (new Drafting(false, 1, "Annotated[]").draft(worked) instanceof Decoupled(Template template)) {
                problems.add(new Problem(
                        Seed.of("bare", "jsonl", question, answer, null),
                        answer,
                        solution.substring(0, last).strip().replaceAll("<<[^<>]*>>", ""),
                        template));
            }
        }
        return problems;
    }

    static String reply(String question, List<Variable> variables, String program) {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("general_question", question);
        reply.put("variables", variables.stream().map(PrimerReplies::variable).toList());
        reply.put("criteria", List.of());
        reply.put("program", program);
        return Wire.MAPPER.writeValueAsString(reply);
    }

    private static Map<String, Object> variable(Variable variable) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", variable.name());
        described.put("value", variable.value());
        described.put("unit", variable.unit() == null ? "" : variable.unit());
        described.put("integer", variable.integer());
        described.put("min", 0);
        described.put("max", variable.value().multiply(BigDecimal.valueOf(20)));
        described.put("needed", variable.role().equals(Variable.USED));
        return described;
    }
}
