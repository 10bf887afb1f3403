package io.infinimill.teacher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher said.
 *
 * @param model as the teacher names itself, which may be more exact than the name it was asked by
 */
public record ChatReply(String model, List<Choice> choices, Usage usage) {

    /** Why a choice ended. */
    public enum Finish {
        /** The model was done, or came to a stop text. */
        STOP,
        /** It reached the most tokens; the text is cut off. */
        LENGTH,
        /** The teacher withheld the text. */
        FILTERED,
        OTHER
    }

    private static final String THOUGHTS_END = "</think>";

    /** @param logProbabilities of the tokens in their order; null when not asked for or not known to the teacher */
    public record Choice(
            String text, Finish finish, @Nullable List<TokenLogProbability> logProbabilities) {

        public Choice {
            logProbabilities = logProbabilities == null ? null : List.copyOf(logProbabilities);
        }

        /** The text behind the model's thoughts, where it shows them. */
        public String spoken() {
            int end = text.lastIndexOf(THOUGHTS_END);
            return end < 0 ? text : text.substring(end + THOUGHTS_END.length());
        }
    }

    /** @param logProbability natural logarithm, at most 0 */
    public record TokenLogProbability(String token, double logProbability) {}

    /** Tokens as the teacher counts and charges them. */
    public record Usage(long tokensIn, long tokensOut) {

        public static final Usage NONE = new Usage(0, 0);

        public Usage plus(Usage other) {
            return new Usage(tokensIn + other.tokensIn, tokensOut + other.tokensOut);
        }
    }

    public ChatReply {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a reply of %s has no choices".formatted(model));
        }
    }

    public Choice first() {
        return choices.getFirst();
    }
}
