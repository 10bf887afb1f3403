package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** The plausible values of one variable, from its value and the text around it. */
record Neighbourhood(BigDecimal min, BigDecimal max, BigDecimal step) {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int OLDEST = 100;
    private static final int YEARS_AROUND = 10;

    /** Prices end in quarters, in five cents, or in cents. */
    private static final List<BigDecimal> MONEY_STEPS =
            List.of(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.05"), new BigDecimal("0.01"));

    static Neighbourhood of(Variable variable, Surroundings text, Leeway leeway) {
        var value = variable.value();
        boolean whole = Rational.of(value).isWhole();
        if (value.signum() == 0 || text.isOrdinal() || text.isDenomination() || fixed(value, whole, text)) {
            return only(value);
        }
        if (value.signum() < 0) {
            var mirrored = count(value.negate(), whole, text, leeway);
            return new Neighbourhood(mirrored.max.negate(), mirrored.min.negate(), mirrored.step);
        }
        if (text.isPercent()) {
            return percent(value, whole, leeway);
        }
        if (text.isNumerator()) {
            return aligned(
                    value,
                    ONE,
                    value.multiply(BigDecimal.valueOf(leeway.factor())).max(FIVE),
                    ONE);
        }
        if (text.isDenominator()) {
            return aligned(value, BigDecimal.TWO, value.max(BigDecimal.valueOf(leeway.customary() ? 12 : 24)), ONE);
        }
        if (whole && text.isAge() && value.compareTo(HUNDRED) < 0) {
            var factor = BigDecimal.valueOf(leeway.factor());
            var low = value.divide(factor, 0, RoundingMode.CEILING).max(BigDecimal.TWO);
            return aligned(value, low, value.multiply(factor).min(BigDecimal.valueOf(OLDEST)), ONE);
        }
        if (whole && isYear(value, text)) {
            var around = BigDecimal.valueOf(YEARS_AROUND);
            return aligned(value, value.subtract(around), value.add(around), ONE);
        }
        return count(value, whole, text, leeway);
    }

    private static boolean fixed(BigDecimal value, boolean whole, Surroundings text) {
        boolean one = value.compareTo(ONE) == 0;
        if (one && whole) {
            return !text.isMoney() && !text.isDenominator();
        }
        return (text.isPercent() && value.compareTo(HUNDRED) == 0) || text.isFixedRate(ProgramText.literal(value));
    }

    private static boolean isYear(BigDecimal value, Surroundings text) {
        return value.compareTo(BigDecimal.valueOf(1500)) > 0
                && value.compareTo(BigDecimal.valueOf(2100)) < 0
                && (text.unit().matches("years?") || text.before().matches("(?s).*\\b(?:in|since|of|year|by|until) "));
    }

    private static Neighbourhood percent(BigDecimal value, boolean whole, Leeway leeway) {
        boolean fives = value.remainder(FIVE).signum() == 0;
        var step = !whole ? unit(value) : fives && leeway.customary() ? FIVE : ONE;
        if (value.compareTo(HUNDRED) > 0) {
            return aligned(value, HUNDRED.add(step), value.multiply(BigDecimal.TWO), step);
        }
        var spread = BigDecimal.valueOf(leeway.factor());
        var low = value.divide(spread, 2, RoundingMode.HALF_UP).max(step);
        var high = value.multiply(spread).min(HUNDRED.subtract(step));
        return aligned(value, low, high, step);
    }

    private static Neighbourhood count(BigDecimal value, boolean whole, Surroundings text, Leeway leeway) {
        var factor = BigDecimal.valueOf(leeway.factor());
        var step = whole ? roundness(value, text, leeway) : text.isMoney() ? cents(value) : unit(value);
        var least = text.isMoney() ? step : whole ? BigDecimal.TWO : step;
        var low = value.divide(factor, 4, RoundingMode.HALF_UP).max(least);
        // A factor alone would leave small counts hardly any room: 2 becomes 2 to 6, 5 becomes 2 to 12.
        var high = value.multiply(factor).add(whole && !isTimes(text) ? BigDecimal.TWO : BigDecimal.ZERO);
        if (whole) {
            high = high.min(BigDecimal.valueOf(
                    text.cap(value.min(BigDecimal.valueOf(Surroundings.NO_CAP)).intValue(), leeway.customary())));
        }
        return aligned(value, low.min(value), high, step);
    }

    private static boolean isTimes(Surroundings text) {
        return text.after().startsWith(" times");
    }

    /** The step that keeps a round number about as round: 40 goes by 5, 300 by 10, 2,000 by 100. */
    private static BigDecimal roundness(BigDecimal value, Surroundings text, Leeway leeway) {
        if (!leeway.round()) {
            return value.compareTo(BigDecimal.valueOf(10_000)) >= 0
                            && value.remainder(HUNDRED).signum() == 0
                    ? HUNDRED
                    : ONE;
        }
        for (int exponent = 6; exponent >= 1; exponent--) {
            var power = BigDecimal.TEN.pow(exponent);
            if (value.remainder(power).signum() == 0 && value.compareTo(power.multiply(BigDecimal.TWO)) >= 0) {
                var fine = value.compareTo(power.multiply(BigDecimal.TEN)) < 0;
                return fine ? power.divide(BigDecimal.TWO) : power;
            }
        }
        boolean minutes = text.after().matches("(?s)[ -]?(?:minute|second|degree).*");
        return minutes && value.remainder(FIVE).signum() == 0 ? FIVE : ONE;
    }

    private static BigDecimal cents(BigDecimal value) {
        return MONEY_STEPS.stream()
                .filter(step -> value.remainder(step).signum() == 0)
                .findFirst()
                .orElse(unit(value));
    }

    /** One in the last place, five where the original ends in five: 0.75 goes by 0.05. */
    private static BigDecimal unit(BigDecimal value) {
        var plain = ProgramText.plain(value);
        var last = ONE.movePointLeft(plain.scale());
        return plain.unscaledValue().mod(BigInteger.valueOf(5)).signum() == 0 ? last.multiply(FIVE) : last;
    }

    private static Neighbourhood only(BigDecimal value) {
        return new Neighbourhood(value, value, ONE);
    }

    /** Moves the ends inwards so that {@code value = min + i * step}. */
    private static Neighbourhood aligned(BigDecimal value, BigDecimal low, BigDecimal high, BigDecimal step) {
        var down = value.subtract(low).max(BigDecimal.ZERO).divide(step, 0, RoundingMode.FLOOR);
        var up = high.subtract(value).max(BigDecimal.ZERO).divide(step, 0, RoundingMode.FLOOR);
        return new Neighbourhood(
                ProgramText.plain(value.subtract(down.multiply(step))),
                ProgramText.plain(value.add(up.multiply(step))),
                step);
    }
}
