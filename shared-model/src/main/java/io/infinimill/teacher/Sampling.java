package io.infinimill.teacher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the likeliest token, at most 2
 * @param topP share of probability that is drawn from, above 0, at most 1
 * @param maxTokens of one choice
 * @param n how many choices one reply holds
 * @param seed of the drawing, where the teacher can be seeded
 * @param stop texts that end a choice, at most four; they are not part of it
 * @param logProbabilities whether the reply holds those of its tokens
 */
public record Sampling(
        double temperature,
        double topP,
        int maxTokens,
        int n,
        @Nullable Long seed,
        List<String> stop,
        boolean logProbabilities) {

    private static final double HOTTEST = 2;
    private static final int MOST_CHOICES = 128;
    private static final int MOST_STOPS = 4;

    public Sampling {
        stop = List.copyOf(stop);
        if (!(temperature >= 0 && temperature <= HOTTEST)) {
            throw new IllegalArgumentException("temperature is %s, not 0 to 2".formatted(temperature));
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top-p is %s, not above 0 and at most 1".formatted(topP));
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("max-tokens is %d, less than 1".formatted(maxTokens));
        }
        if (n < 1 || n > MOST_CHOICES) {
            throw new IllegalArgumentException("n is %d, not 1 to %d".formatted(n, MOST_CHOICES));
        }
        if (stop.size() > MOST_STOPS || stop.contains("")) {
            throw new IllegalArgumentException("stop is %s, not at most four texts that are not empty".formatted(stop));
        }
    }

    /** One choice, drawn from all tokens, without seed, stop or log-probabilities. */
    public static Sampling of(double temperature, int maxTokens) {
        return new Sampling(temperature, 1, maxTokens, 1, null, List.of(), false);
    }

    public Sampling withN(int choices) {
        return new Sampling(temperature, topP, maxTokens, choices, seed, stop, logProbabilities);
    }

    public Sampling withSeed(long value) {
        return new Sampling(temperature, topP, maxTokens, n, value, stop, logProbabilities);
    }

    public Sampling withStop(String... texts) {
        return new Sampling(temperature, topP, maxTokens, n, seed, List.of(texts), logProbabilities);
    }

    public Sampling withLogProbabilities() {
        return new Sampling(temperature, topP, maxTokens, n, seed, stop, true);
    }
}
