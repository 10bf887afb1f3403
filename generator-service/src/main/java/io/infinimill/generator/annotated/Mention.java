package io.infinimill.generator.annotated;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words with which a solution mentions a number.
 *
 * @param right stems directly after it
 * @param left stems directly before it
 * @param words stems of the part of the line that computes with it
 */
record Mention(List<String> right, List<String> left, Set<String> words) {

    private static final Pattern CUT = Pattern.compile("[-+*×÷=().,;:\\d]|\\bx\\b");

    static Mention of(String line, int start, int end, String part) {
        if (start < 0) {
            return new Mention(List.of(), List.of(), Words.set(part));
        }
        var after = line.substring(end);
        var cut = CUT.matcher(after);
        if (cut.find()) {
            after = after.substring(0, cut.start());
        }
        var before = line.substring(0, start);
        int from = 0;
        var earlier = CUT.matcher(before);
        while (earlier.find()) {
            from = earlier.end();
        }
        return new Mention(
                Words.first(Words.stems(after), 3),
                Words.last(Words.stems(before.substring(from)), 3),
                Words.set(part));
    }
}
