package io.infinimill.filter.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The distinct word n-grams of a text as sorted 64-bit hashes. Numbers and placeholders are one word, {@code #}; case
 * and punctuation do not count.
 */
final class Shingles {

    private static final Pattern WORD = Pattern.compile("(?<masked>\\{[^{}]*}|\\d[\\d.,]*)|[\\p{L}\\p{M}']+");

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String text, int words) {
        var sequence = words(text);
        int count = Math.max(1, sequence.size() - words + 1);
        var hashes = new long[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = hash(sequence.subList(i, Math.min(i + words, sequence.size())));
        }
        return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
    }

    /** The least of the hashes after a permutation that the seed stands for: one place of a MinHash signature. */
    long least(long seed) {
        long least = Long.MAX_VALUE;
        for (long hash : hashes) {
            least = Math.min(least, mix(hash ^ seed));
        }
        return least;
    }

    /** Shared hashes by all hashes: 1 for the same set. */
    double jaccard(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            if (order == 0) {
                shared++;
            }
            if (order <= 0) {
                i++;
            }
            if (order >= 0) {
                j++;
            }
        }
        return (double) shared / (hashes.length + other.hashes.length - shared);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group("masked") == null ? matcher.group() : "#");
        }
        return words;
    }

    private static long hash(List<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (var word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of MurmurHash3, so that every bit of a hash depends on every bit of the text. */
    static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
