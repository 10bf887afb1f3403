package io.infinimill.arithmetic;

import java.math.BigDecimal;

/**
 * Whether a computed number is the known answer: a whole answer exactly, a decimal one within a relative 1e-4. Percent
 * and rounding leniencies of other harnesses accept wrong answers and are left out on purpose.
 */
public final class AnswerMatch {

    private static final BigDecimal RELATIVE = new BigDecimal("1e-4");

    /** Floats carry noise beyond about 15 digits; it is not a difference. */
    private static final BigDecimal NOISE = new BigDecimal("1e-14");

    private static final BigDecimal LEAST_NOISE = new BigDecimal("5e-10");
    private static final BigDecimal MOST_NOISE = new BigDecimal("1e-3");

    /** Beyond this power of ten a number is compared as it stands: arithmetic with it could fill the memory. */
    private static final int FARTHEST = 1000;

    private AnswerMatch() {}

    public static boolean matches(BigDecimal expected, BigDecimal actual) {
        if (expected.compareTo(actual) == 0) {
            return true;
        }
        if (isFar(expected) || isFar(actual)) {
            return false;
        }
        var difference = expected.subtract(actual).abs();
        return isWhole(expected)
                ? difference.compareTo(noise(expected)) < 0
                : difference.compareTo(expected.abs().multiply(RELATIVE)) <= 0;
    }

    private static BigDecimal noise(BigDecimal expected) {
        return expected.abs().multiply(NOISE).max(LEAST_NOISE).min(MOST_NOISE);
    }

    private static boolean isFar(BigDecimal value) {
        return Math.abs((long) value.precision() - value.scale()) > FARTHEST;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
