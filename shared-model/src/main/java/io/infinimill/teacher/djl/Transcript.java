package io.infinimill.teacher.djl;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.infinimill.teacher.ChatReply.TokenLogProbability;
import io.infinimill.teacher.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one choice as it grows token by token. Not safe for use by several threads. */
final class Transcript {

    /** Stands for bytes of a character whose others are still to come. */
    private static final char INCOMPLETE = '\uFFFD';

    private final HuggingFaceTokenizer tokenizer;
    private final Sampling sampling;
    private final List<TokenLogProbability> logProbabilities = new ArrayList<>();
    private long[] tokens = new long[64];
    private int count;
    private String text = "";

    Transcript(HuggingFaceTokenizer tokenizer, Sampling sampling) {
        this.tokenizer = tokenizer;
        this.sampling = sampling;
    }

    /**
     * @param logits from which the token was drawn
     * @return whether the text came to a stop, before which it ends now
     */
    boolean add(int token, float[] logits) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        tokens[count++] = token;
        var before = text;
        var whole = tokenizer.decode(Arrays.copyOf(tokens, count), true);
        if (whole.isEmpty() || whole.charAt(whole.length() - 1) != INCOMPLETE) {
            text = whole;
        }
        var end = sampling.stop().stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (end >= 0) {
            text = text.substring(0, end);
        }
        var added = text.substring(Math.min(before.length(), text.length()));
        if (sampling.logProbabilities()) {
            logProbabilities.add(new TokenLogProbability(added, Draw.logProbability(logits, token)));
        }
        return end >= 0;
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == sampling.maxTokens();
    }

    /** Together the text; of a token that began the stop only what stands before that is left. Null when nobody asked. */
    @Nullable
    List<TokenLogProbability> logProbabilities() {
        if (!sampling.logProbabilities()) {
            return null;
        }
        var left = text.length();
        var shown = new ArrayList<TokenLogProbability>();
        for (var token : logProbabilities) {
            var part = token.token().substring(0, Math.min(left, token.token().length()));
            shown.add(new TokenLogProbability(part, token.logProbability()));
            left -= part.length();
        }
        return shown;
    }
}
