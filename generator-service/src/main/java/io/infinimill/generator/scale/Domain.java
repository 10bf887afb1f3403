package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The values of a variable: {@code min + i * step} for i below {@code size}. */
record Domain(BigDecimal min, BigDecimal step, int size, boolean plainInts) {

    private static final int MOST = 1_000_000;

    static Domain of(Variable variable) {
        var min = variable.min();
        var step = variable.step();
        if (step.signum() <= 0 || variable.max().compareTo(min) < 0) {
            return new Domain(variable.value(), BigDecimal.ONE, 1, false);
        }
        var size =
                variable.max().subtract(min).divide(step, 0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        boolean ints = Rational.of(min).isWhole() && Rational.of(step).isWhole();
        return new Domain(min, step, size.min(BigDecimal.valueOf(MOST)).intValueExact(), ints);
    }

    BigDecimal value(int index) {
        return plainInts
                ? BigDecimal.valueOf(min.longValue() + index * step.longValue())
                : min.add(step.multiply(BigDecimal.valueOf(index)));
    }

    double[] estimates() {
        var estimates = new double[size];
        for (int i = 0; i < size; i++) {
            estimates[i] = value(i).doubleValue();
        }
        return estimates;
    }

    boolean contains(BigDecimal value) {
        var distance = value.subtract(min);
        return distance.signum() >= 0
                && distance.compareTo(step.multiply(BigDecimal.valueOf(size - 1L))) <= 0
                && distance.remainder(step).signum() == 0;
    }
}
