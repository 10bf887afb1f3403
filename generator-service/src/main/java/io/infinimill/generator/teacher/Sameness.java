package io.infinimill.generator.teacher;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How alike a teacher's last replies to different questions are, and how many of them tell whose they are (Quantification
 * of Large Language Model Distillation, arXiv:2501.12619). Two replies are near-identical when the 64-bit SimHashes of
 * their three-word pieces, numbers masked, differ in at most three bits (Manku et al., WWW 2007).
 */
public final class Sameness {

    static final int LAST = 200;
    private static final int MOST_BITS = 3;
    private static final int WORDS = 3;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long NUMBER = 0;
    private static final Pattern IDENTITY = Pattern.compile(
            "as an? (?:large |helpful )?(?:ai|artificial intelligence|language model)|i(?: a|')m an? (?:large |helpful )?(?:ai|language model)|(?:trained|developed|created|made) by (?:openai|anthropic|google|deepseek|alibaba|meta ai|mistral)|\\b(?:chatgpt|gpt-4)\\b");

    /** One of these is in whatever {@link #IDENTITY} finds, and is found much faster. */
    private static final List<String> SUSPECT = List.of("as a", "i am a", "i'm a", " by ", "gpt");

    private record Reply(long hash, boolean alike, boolean leak) {}

    private final Deque<Reply> last = new ArrayDeque<>();

    /**
     * @param seen the last replies, at most {@value Sameness#LAST}
     * @param nearIdentical the share of them that is like one before
     * @param identityLeaks the share of them that names a model or its maker
     */
    public record Shares(int seen, double nearIdentical, double identityLeaks) {}

    /** What of a reply is compared. */
    record Look(long hash, boolean leak) {

        static Look of(String text) {
            var plain = text.toLowerCase(Locale.ROOT);
            boolean suspect = SUSPECT.stream().anyMatch(plain::contains);
            return new Look(
                    Sameness.hash(plain), suspect && IDENTITY.matcher(plain).find());
        }
    }

    synchronized void see(Look look) {
        boolean alike = false;
        for (var reply : last) {
            alike |= Long.bitCount(reply.hash() ^ look.hash()) <= MOST_BITS;
        }
        last.addLast(new Reply(look.hash(), alike, look.leak()));
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    synchronized Shares shares() {
        int seen = last.size();
        return new Shares(
                seen,
                seen == 0 ? 0 : (double) last.stream().filter(Reply::alike).count() / seen,
                seen == 0 ? 0 : (double) last.stream().filter(Reply::leak).count() / seen);
    }

    private static long hash(String text) {
        var words = words(text);
        int pieces = Math.max(1, words.length - WORDS + 1);
        var votes = new int[Long.SIZE];
        for (int i = 0; i < pieces; i++) {
            long piece = hash(words, i, Math.min(words.length, i + WORDS));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (int) (piece >>> bit & 1);
            }
        }
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            hash |= 2 * votes[bit] > pieces ? 1L << bit : 0;
        }
        return hash;
    }

    /** FNV-1a over the hashes of words, and the finaliser of SplitMix64, so that every bit depends on every letter. */
    private static long hash(long[] words, int from, int to) {
        long hash = OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ words[i]) * PRIME;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }

    /** A hash for each word of small letters, and {@link #NUMBER} for each number. */
    private static long[] words(String text) {
        var words = new long[text.length()];
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            long hash = OFFSET;
            while (i < text.length() && isLetter(text.charAt(i))) {
                hash = (hash ^ text.charAt(i)) * PRIME;
                i++;
            }
            if (i > start) {
                words[count++] = hash;
            } else if (isDigit(text.charAt(i))) {
                i = endOfNumber(text, i);
                words[count++] = NUMBER;
            } else {
                i++;
            }
        }
        return Arrays.copyOf(words, count);
    }

    private static int endOfNumber(String text, int start) {
        int i = start;
        while (i < text.length() && (isDigit(text.charAt(i)) || isPointBeforeDigit(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isPointBeforeDigit(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == ',')
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
