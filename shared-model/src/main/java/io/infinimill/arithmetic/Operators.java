package io.infinimill.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** What the operators and functions of {@link Expression} compute; {@code // % **} with Python's meaning. */
final class Operators {

    static final List<String> FUNCTIONS = List.of("floor", "ceil", "round", "abs", "min", "max", "sqrt");

    private static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

    private Operators() {}

    static Rational apply(String operator, Rational left, Rational right) {
        return switch (operator) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            case "//" -> left.dividedBy(right).floor();
            case "%" -> left.minus(right.times(left.dividedBy(right).floor()));
            case "**" -> power(left, right);
            default -> throw new IllegalArgumentException("unknown operator " + operator);
        };
    }

    /** @throws IllegalArgumentException when there is no such function or it does not take as many arguments */
    static Rational call(String function, List<Rational> arguments) {
        if (!takes(function, arguments.size())) {
            throw new IllegalArgumentException(
                    "no function %s takes %d arguments".formatted(function, arguments.size()));
        }
        var first = arguments.getFirst();
        return switch (function) {
            case "floor" -> first.floor();
            case "ceil" -> first.ceil();
            case "round" -> arguments.size() == 1 ? halfUp(first) : round(first, arguments.getLast());
            case "abs" -> first.abs();
            case "min" -> arguments.stream().min(Rational::compareTo).orElseThrow();
            case "max" -> arguments.stream().max(Rational::compareTo).orElseThrow();
            default -> root(first);
        };
    }

    static boolean takes(String function, int arguments) {
        return switch (function) {
            case "floor", "ceil", "abs", "sqrt" -> arguments == 1;
            case "round" -> arguments == 1 || arguments == 2;
            case "min", "max" -> arguments > 1;
            default -> false;
        };
    }

    private static Rational round(Rational value, Rational digits) {
        var shift = power(Rational.of(10), digits.floor());
        return halfUp(value.times(shift)).dividedBy(shift);
    }

    private static Rational halfUp(Rational value) {
        return value.plus(HALF).floor();
    }

    private static Rational power(Rational base, Rational exponent) {
        if (exponent.isWhole()) {
            if (exponent.numerator().bitLength() > 31) {
                throw new ArithmeticException("exponent " + exponent + " is beyond 1000");
            }
            return base.power(exponent.numerator().intValue());
        }
        var value = Math.pow(base.toDouble(), exponent.toDouble());
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(base + " ** " + exponent + " has no real value");
        }
        return Rational.of(BigDecimal.valueOf(value));
    }

    private static Rational root(Rational square) {
        if (square.signum() < 0) {
            throw new ArithmeticException("square root of " + square);
        }
        var numerator = square.numerator().sqrtAndRemainder();
        var denominator = square.denominator().sqrtAndRemainder();
        return numerator[1].signum() == 0 && denominator[1].signum() == 0
                ? new Rational(numerator[0], denominator[0])
                : Rational.of(square.toDecimal(MathContext.DECIMAL128).sqrt(MathContext.DECIMAL64));
    }
}
