package io.infinimill.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction in lowest terms, its denominator positive. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (!denominator.equals(BigInteger.ONE)) {
            var divisor = numerator.gcd(denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(BigDecimal value) {
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Rational(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Reads a plain decimal such as {@code 12}, {@code -0.5} or {@code .5}; a comma is no part of it. */
    public static Rational parse(String text) {
        return of(new BigDecimal(text));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return numerator.signum() < 0 ? negate() : this;
    }

    /** Raises to a whole power of at most a thousand in size. */
    public Rational power(int exponent) {
        if (Math.abs(exponent) > 1000) {
            throw new ArithmeticException("exponent " + exponent + " is beyond 1000");
        }
        return exponent < 0
                ? ONE.dividedBy(power(-exponent))
                : new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    public Rational floor() {
        var parts = numerator.divideAndRemainder(denominator);
        return new Rational(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    public Rational ceil() {
        return negate().floor().negate();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    /** Whether the decimal expansion ends, as that of 1/8 does and that of 1/3 does not. */
    public boolean terminates() {
        return decimals() >= 0;
    }

    /** The digits after the point of a decimal expansion that ends, else -1. */
    public int decimals() {
        var rest = denominator;
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        var five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : -1;
    }

    /** The exact decimal where it ends, else rounded half up to {@code digits} digits after the point. */
    public BigDecimal toDecimal(int digits) {
        int exact = decimals();
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), exact >= 0 ? exact : digits, RoundingMode.HALF_UP);
    }

    public double toDouble() {
        return toDecimal(20).doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Prints {@code 3}, {@code 0.25} or, where the decimals do not end, {@code 1/3}. */
    @Override
    public String toString() {
        return terminates() ? toDecimal(0).toPlainString() : numerator + "/" + denominator;
    }
}
