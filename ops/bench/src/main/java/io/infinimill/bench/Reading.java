package io.infinimill.bench;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random templates with one changed instance each, for a person to read. */
final class Reading {

    private final List<Map<String, String>> chosen = new ArrayList<>();

    /** The same templates for the same problems and the same seed. */
    Reading(Harvest harvest, int count, long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<>(harvest.instances().keySet());
        Collections.sort(ids);
        Collections.shuffle(ids, random);
        for (var id : ids.subList(0, Math.min(count, ids.size()))) {
            var samples = harvest.instances(id).stream()
                    .sorted(Comparator.comparingInt(
                            sample -> sample.path("variant").asInt()))
                    .toList();
            var sample = samples.get(random.nextInt(samples.size()));
            var fields = new LinkedHashMap<String, String>();
            fields.put("number", Integer.toString(chosen.size() + 1));
            fields.put("template", id);
            fields.put("question", sample.path("question").asString());
            fields.put("solution", sample.path("solution").asString());
            fields.put("answer", sample.path("answer").asString());
            chosen.add(fields);
        }
    }

    void print(boolean json) {
        chosen.forEach(fields -> Figures.say(json ? line(fields) : text(fields)));
    }

    /** Questions to one file, answers to another. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var questions = chosen.stream()
                .map(fields -> only(fields, "number", "question"))
                .map(Reading::line);
        var answers = chosen.stream()
                .map(fields -> only(fields, "number", "template", "solution", "answer"))
                .map(Reading::line);
        Files.write(folder.resolve("questions.jsonl"), questions.toList());
        Files.write(folder.resolve("answers.jsonl"), answers.toList());
        Figures.say("%d questions in %s, their answers in %s"
                .formatted(chosen.size(), folder.resolve("questions.jsonl"), folder.resolve("answers.jsonl")));
    }

    private static Map<String, String> only(Map<String, String> fields, String... names) {
        var some = new LinkedHashMap<String, String>();
        for (var name : names) {
            some.put(name, Optional.ofNullable(fields.get(name)).orElse(""));
        }
        return some;
    }

    private static String line(Map<String, String> fields) {
        return Wire.MAPPER.writeValueAsString(fields);
    }

    private static String text(Map<String, String> fields) {
        return """

                %s. template %s

                %s

                %s

                Answer: %s""".formatted(fields.values().toArray());
    }
}
