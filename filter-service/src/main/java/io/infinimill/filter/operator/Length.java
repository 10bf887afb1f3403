package io.infinimill.filter.operator;

import io.infinimill.filter.Verdict;

/** What the two length filters share: characters are code points, those at the ends of the text that are blank left out. */
final class Length {

    private Length() {}

    static void check(int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("min is %d and max is %d, not 0 <= min <= max".formatted(min, max));
        }
    }

    static Verdict verdict(String what, String text, int min, int max) {
        var stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < min) {
            return new Verdict.Drop(
                    "too_short", "the %s has %d characters, fewer than %d".formatted(what, length, min));
        }
        return length > max
                ? new Verdict.Drop("too_long", "the %s has %d characters, more than %d".formatted(what, length, max))
                : Verdict.KEEP;
    }
}
