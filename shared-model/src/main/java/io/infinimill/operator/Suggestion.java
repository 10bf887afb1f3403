package io.infinimill.operator;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which known name was meant. */
public final class Suggestion {

    private static final int FARTHEST = 3;

    private Suggestion() {}

    /**
     * {@code "\nMaybe 'x'"} for the nearest known name within three edits, of a short name within half its letters, else
     * the empty string.
     */
    public static String of(String given, Collection<String> known) {
        int farthest = Math.min(FARTHEST, given.length() / 2);
        return known.stream()
                .filter(name -> distance(given, name) <= farthest)
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .map(name -> "\nMaybe '" + name + "'")
                .orElse("");
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
