package io.infinimill.generator.annotated;

import java.util.Map;
import java.util.TreeMap;

/** Replaces spans of a text. */
final class Rewriting {

    private record Part(int end, String replacement) {}

    private final String text;
    private final Map<Integer, Part> parts = new TreeMap<>();

    Rewriting(String text) {
        this.text = text;
    }

    void replace(int start, int end, String replacement) {
        parts.put(start, new Part(end, replacement));
    }

    String apply() {
        var result = new StringBuilder();
        int from = 0;
        for (var part : parts.entrySet()) {
            if (part.getKey() >= from) {
                result.append(text, from, part.getKey()).append(part.getValue().replacement());
                from = part.getValue().end();
            }
        }
        return result.append(text.substring(from)).toString();
    }
}
