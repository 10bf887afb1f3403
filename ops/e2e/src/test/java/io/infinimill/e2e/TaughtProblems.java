package io.infinimill.e2e;

import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.annotated.Drafting;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.teacher.fake.Script;
import io.infinimill.wire.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shipped problems without their solutions, and a script of what a good teacher says about each. */
record TaughtProblems(Map<String, String> answers, Map<String, String> replies) {

    static TaughtProblems first(int count) throws IOException {
        var answers = new LinkedHashMap<String, String>();
        var replies = new LinkedHashMap<String, String>();
        try (var stream = Drafting.class.getResourceAsStream("/seeds/primer.jsonl");
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && answers.size() < count; line = lines.readLine()) {
                var problem = Wire.MAPPER.readTree(line);
                var question = problem.path("question").asString();
                var solution = problem.path("answer").asString();
                int last = solution.lastIndexOf("####");
                var answer = solution.substring(last + 4).strip().replace(",", "");
                var seed = Seed.of(
                        "primer",
                        "gsm8k",
                        question,
                        answer,
                        solution.substring(0, last).strip());
                if (new Drafting(false, 1, "Annotated[]").draft(seed) instanceof Decoupled(Template template)) {
                    answers.put(question, answer);
                    replies.put(question, reply(template));
                }
            }
        }
        if (answers.size() < count) {
            throw new IllegalArgumentException("there are %d problems, not %d".formatted(answers.size(), count));
        }
        return new TaughtProblems(answers, replies);
    }

    Script script() {
        return Script.saying(asked -> {
            var text = asked.texts().get(1);
            return replies.getOrDefault(
                    text.substring("Problem: ".length(), text.lastIndexOf("\nAnswer: ")), "I do not know this problem");
        });
    }

    int size() {
        return answers.size();
    }

    void upload(Api api, String set) throws IOException, InterruptedException {
        var lines = answers.entrySet().stream()
                .map(problem -> Wire.MAPPER.writeValueAsString(
                        Map.of("question", problem.getKey(), "answer", problem.getValue())))
                .collect(Collectors.joining("\n"));
        var reply = api.post(
                "/api/v1/seed-sets/" + set + "?format=jsonl", "application/x-ndjson", BodyPublishers.ofString(lines));
        if (reply.status() != 201) {
            throw new IOException(reply.body());
        }
    }

    private static String reply(Template template) {
        var variables = new ArrayList<Map<String, Object>>();
        for (var variable : template.variables()) {
            var described = new LinkedHashMap<String, Object>();
            described.put("name", variable.name());
            described.put("value", variable.value());
            described.put("unit", variable.unit());
            described.put("integer", variable.integer());
            described.put("min", 0);
            described.put("max", variable.value().multiply(BigDecimal.valueOf(20)));
            described.put("needed", variable.role().equals(Variable.USED));
            variables.add(described);
        }
        return Wire.MAPPER.writeValueAsString(Map.of(
                "general_question",
                template.generalQuestion(),
                "variables",
                variables,
                "criteria",
                List.of(),
                "program",
                template.program()));
    }
}
