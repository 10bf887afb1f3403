package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into sentences. */
final class Sentences {

    private static final Pattern END =
            Pattern.compile("(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Jr|vs|rs|Rs|No)\\.)(?<=[.!?;]['\"”’)]?)\\s+|\\R+");

    private Sentences() {}

    record Span(int start, int end) {
        boolean holds(int position) {
            return start <= position && position < end;
        }
    }

    static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        var matcher = END.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                spans.add(new Span(from, matcher.start()));
            }
            from = matcher.end();
        }
        if (from < text.length()) {
            spans.add(new Span(from, text.length()));
        }
        return spans;
    }

    static Span around(List<Span> sentences, int position) {
        for (var span : sentences) {
            if (span.holds(position)) {
                return span;
            }
        }
        return new Span(0, 0);
    }
}
