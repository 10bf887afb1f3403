package io.infinimill.generator.teacher;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final Pattern WORD = Pattern.compile("[a-z_]+|#");
    private static final Pattern IDENTITY = Pattern.compile(
            "as an? (?:large |helpful )?(?:ai|artificial intelligence|language model)|i(?: a|')m an? (?:large |helpful )?(?:ai|language model)|(?:trained|developed|created|made) by (?:openai|anthropic|google|deepseek|alibaba|meta ai|mistral)|\\b(?:chatgpt|gpt-4)\\b");

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
            return new Look(Sameness.hash(plain), IDENTITY.matcher(plain).find());
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
        var words = WORD.matcher(text.replaceAll("\\d+(?:[.,]\\d+)*", "#"))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        var votes = new int[Long.SIZE];
        for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
            long piece = mixed(String.join(" ", words.subList(i, Math.min(words.size(), i + WORDS))));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (piece >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            hash |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    /** FNV-1a, and the finaliser of SplitMix64, so that every bit depends on every letter. */
    private static long mixed(String piece) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < piece.length(); i++) {
            hash = (hash ^ piece.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
