package io.infinimill.teacher.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Decides what a fake teacher says. It runs on the server's only thread, so it may not wait. */
@FunctionalInterface
public interface Script {

    /** The body of the reply. */
    byte[] body(Asked asked);

    /** Says a text that depends on the question, in as many choices as are asked for. */
    static Script saying(Function<Asked, String> text) {
        return asked -> Completion.of(asked, text.apply(asked));
    }

    /** Sends the same bytes to everyone, without reading the question: the fastest teacher there is. */
    static Script always(String text) {
        var asked = new Asked("", 0, "{\"model\":\"fake\",\"messages\":[]}".getBytes(StandardCharsets.UTF_8));
        var body = Completion.of(asked, text);
        return anything -> body;
    }

    /**
     * Replies from a file of JSON lines {@code {"contains": TEXT, "reply": TEXT}}: the first line whose text stands in a
     * message decides, and where none does the reply is empty.
     */
    static Script load(Path file) throws IOException {
        record Line(String contains, String reply) {}
        var lines = new ArrayList<Line>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(JsonMapper.shared().readValue(line, Line.class));
            }
        }
        return saying(asked -> {
            List<String> texts = asked.texts();
            return lines.stream()
                    .filter(line -> texts.stream().anyMatch(text -> text.contains(line.contains())))
                    .findFirst()
                    .map(Line::reply)
                    .orElse("");
        });
    }
}
