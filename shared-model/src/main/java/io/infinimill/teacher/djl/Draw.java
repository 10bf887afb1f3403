package io.infinimill.teacher.djl;

import io.infinimill.teacher.Sampling;
import java.util.Arrays;
import java.util.Random;

/** Draws the tokens of one choice. Not safe for use by several threads. */
final class Draw {

    private final double temperature;
    private final double topP;
    private final Random random;

    /** @param choice of the reply, from 0: with a seed each has its own */
    Draw(Sampling sampling, int choice) {
        temperature = sampling.temperature();
        topP = sampling.topP();
        random = sampling.seed() == null ? new Random() : new Random(sampling.seed() + choice);
    }

    /** @param logits of all tokens */
    int next(float[] logits) {
        return temperature == 0 ? likeliest(logits) : draw(logits);
    }

    /** The natural logarithm of what the model itself gives a token, whatever the temperature. */
    static double logProbability(float[] logits, int token) {
        double top = logits[likeliest(logits)];
        var sum = 0.0;
        for (var logit : logits) {
            sum += Math.exp(logit - top);
        }
        return Math.min(0, logits[token] - top - Math.log(sum));
    }

    private static int likeliest(float[] logits) {
        var best = 0;
        for (var i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private int draw(float[] logits) {
        double top = logits[likeliest(logits)];
        var weights = new double[logits.length];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = Math.exp((logits[i] - top) / temperature);
            sum += weights[i];
        }
        if (topP < 1) {
            sum = keepLikeliest(weights, sum);
        }
        var rest = random.nextDouble() * sum;
        var last = 0;
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                rest -= weights[i];
                if (rest < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** Leaves the likeliest tokens that together reach top-p, and returns their sum. */
    private double keepLikeliest(double[] weights, double sum) {
        // all tokens below this are together too unlikely to be among them
        var least = sum * (1 - topP) / weights.length;
        var sorted = Arrays.stream(weights)
                .filter(weight -> weight >= least)
                .sorted()
                .toArray();
        var kept = 0.0;
        var i = sorted.length;
        while (kept < topP * sum && i > 0) {
            i--;
            kept += sorted[i];
        }
        var threshold = sorted[i];
        kept = 0;
        for (var token = 0; token < weights.length; token++) {
            if (weights[token] < threshold) {
                weights[token] = 0;
            }
            kept += weights[token];
        }
        return kept;
    }
}
