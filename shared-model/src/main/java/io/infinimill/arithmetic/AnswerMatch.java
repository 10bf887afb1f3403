package io.infinimill.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether a computed number is the known answer: a whole answer exactly, a decimal one within a relative 1e-4. Percent
 * and rounding leniencies of other harnesses accept wrong answers and are left out on purpose.
 */
public final class AnswerMatch {

    private static final BigDecimal RELATIVE = new BigDecimal("1e-4");

    /** Floats carry noise beyond about 15 digits; it is not a difference. */
    private static final int NOISE = 9;

    private AnswerMatch() {}

    public static boolean matches(BigDecimal expected, BigDecimal actual) {
        var difference = expected.subtract(actual).abs();
        return isWhole(expected)
                ? difference.setScale(NOISE, RoundingMode.HALF_UP).signum() == 0
                : difference.compareTo(expected.abs().multiply(RELATIVE)) <= 0;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
