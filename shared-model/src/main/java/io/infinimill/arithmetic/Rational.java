package io.infinimill.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms, its denominator positive. Neither part has more than 2^17 bits (39,000 digits): an
 * expression that a stranger wrote cannot fill the memory.
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final int MOST_BITS = 1 << 17;

    private static final int MOST_DIGITS = 10_000;

    /** The absolute value of such a number fits into a long. */
    private static final int LONG_BITS = 62;

    /** The product of two such numbers, and the sum of two such products, fit into a long. */
    private static final int SMALL_BITS = 31;

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (!denominator.equals(BigInteger.ONE)) {
            if (numerator.bitLength() <= LONG_BITS && denominator.bitLength() <= LONG_BITS) {
                long divisor = gcd(numerator.longValue(), denominator.longValue());
                if (divisor != 1) {
                    numerator = BigInteger.valueOf(numerator.longValue() / divisor);
                    denominator = BigInteger.valueOf(denominator.longValue() / divisor);
                }
            } else {
                var divisor = numerator.gcd(denominator);
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
        if (numerator.bitLength() > MOST_BITS || denominator.bitLength() > MOST_BITS) {
            throw new ArithmeticException("a number of more than " + MOST_BITS + " bits");
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** @throws ArithmeticException when the value has more than 10,000 digits before or after the point */
    public static Rational of(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
        }
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Rational(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * Reads a plain decimal such as {@code 12}, {@code -0.5} or {@code .5}; a comma is no part of it.
     *
     * @throws NumberFormatException with the text when it is none
     */
    public static Rational parse(String text) {
        try {
            return of(new BigDecimal(text));
        } catch (NumberFormatException | ArithmeticException e) {
            var refusal = new NumberFormatException("'" + text + "' is no number");
            refusal.initCause(e);
            throw refusal;
        }
    }

    public Rational plus(Rational other) {
        if (isWhole() && other.isWhole()) {
            return new Rational(numerator.add(other.numerator), BigInteger.ONE);
        }
        if (isSmall() && other.isSmall()) {
            long left = numerator.longValue() * other.denominator.longValue();
            long right = other.numerator.longValue() * denominator.longValue();
            return fraction(left + right, denominator.longValue() * other.denominator.longValue());
        }
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        if (isWhole() && other.isWhole()) {
            return new Rational(numerator.multiply(other.numerator), BigInteger.ONE);
        }
        if (isSmall() && other.isSmall()) {
            return fraction(
                    numerator.longValue() * other.numerator.longValue(),
                    denominator.longValue() * other.denominator.longValue());
        }
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public Rational dividedBy(Rational other) {
        if (isSmall() && other.isSmall()) {
            return fraction(
                    numerator.longValue() * other.denominator.longValue(),
                    denominator.longValue() * other.numerator.longValue());
        }
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return numerator.signum() < 0 ? negate() : this;
    }

    /**
     * Raises to a whole power of at most a thousand in size.
     *
     * @throws ArithmeticException when the power is greater, the result too long, or zero has a negative power
     */
    public Rational power(int exponent) {
        if (exponent > 1000 || exponent < -1000) {
            throw new ArithmeticException("exponent " + exponent + " is beyond 1000");
        }
        if (exponent < 0) {
            return ONE.dividedBy(power(-exponent));
        }
        if ((long) Math.max(numerator.bitLength(), denominator.bitLength()) * exponent > MOST_BITS + 1000L) {
            throw new ArithmeticException("a number of more than " + MOST_BITS + " bits");
        }
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    public Rational floor() {
        if (isWhole()) {
            return this;
        }
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
        if (isWhole()) {
            return 0;
        }
        int twos = denominator.getLowestSetBit();
        var rest = denominator.shiftRight(twos);
        int fives = 0;
        var five = BigInteger.valueOf(5);
        for (var parts = rest.divideAndRemainder(five); parts[1].signum() == 0; parts = rest.divideAndRemainder(five)) {
            rest = parts[0];
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

    /** The decimal rounded to as many significant digits as {@code precision} says. */
    public BigDecimal toDecimal(MathContext precision) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
    }

    public double toDouble() {
        return isSmall()
                ? (double) numerator.longValue() / denominator.longValue()
                : toDecimal(MathContext.DECIMAL128).doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return isSmall() && other.isSmall()
                ? Long.compare(
                        numerator.longValue() * other.denominator.longValue(),
                        other.numerator.longValue() * denominator.longValue())
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Prints {@code 3}, {@code 0.25} or, where the decimals do not end, {@code 1/3}. */
    @Override
    public String toString() {
        return terminates() ? toDecimal(0).toPlainString() : numerator + "/" + denominator;
    }

    private boolean isSmall() {
        return numerator.bitLength() <= SMALL_BITS && denominator.bitLength() <= SMALL_BITS;
    }

    private static Rational fraction(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Euclid's, without divisions (Stein). */
    private static long gcd(long left, long right) {
        if (left == 0) {
            return right;
        }
        long a = Math.abs(left);
        long b = right;
        int shift = Long.numberOfTrailingZeros(a | b);
        a >>= Long.numberOfTrailingZeros(a);
        while (b != 0) {
            b >>= Long.numberOfTrailingZeros(b);
            long lesser = Math.min(a, b);
            b = Math.abs(a - b);
            a = lesser;
        }
        return a << shift;
    }
}
