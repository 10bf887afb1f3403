package io.infinimill.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** What the operators and functions of {@link Expression} compute, with Python's meaning. */
final class Operators {

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

    static Rational call(String function, List<Rational> arguments) {
        return switch (function) {
            case "floor" -> arguments.getFirst().floor();
            case "ceil" -> arguments.getFirst().ceil();
            case "round" ->
                arguments
                        .getFirst()
                        .plus(new Rational(BigInteger.ONE, BigInteger.TWO))
                        .floor();
            case "abs" -> arguments.getFirst().abs();
            case "min" -> arguments.stream().min(Rational::compareTo).orElseThrow();
            case "max" -> arguments.stream().max(Rational::compareTo).orElseThrow();
            case "sqrt" -> root(arguments.getFirst());
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    static boolean isFunction(String name) {
        return switch (name) {
            case "floor", "ceil", "round", "abs", "min", "max", "sqrt" -> true;
            default -> false;
        };
    }

    private static Rational power(Rational base, Rational exponent) {
        if (exponent.isWhole()) {
            return base.power(exponent.numerator().intValueExact());
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
                : Rational.of(square.toDecimal(40).sqrt(MathContext.DECIMAL64));
    }
}
