package io.infinimill.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @ParameterizedTest
    @CsvSource({
        "6, 4, 1.5",
        "-6, 4, -1.5",
        "6, -4, -1.5",
        "0, -5, 0",
        "1, 3, 1/3",
        "-2, 6, -1/3",
        "7, 7, 1",
        "4611686018427387904, 2, 2305843009213693952",
        "-9223372036854775808, 6, -4611686018427387904/3",
        "3, -9223372036854775809, -1/3074457345618258603",
    })
    void isInLowestTermsWithAPositiveDenominator(BigInteger numerator, BigInteger denominator, String printed) {
        assertThat(new Rational(numerator, denominator)).hasToString(printed);
    }

    /** Small numbers take a path over long, others one over BigInteger: both give the same. */
    @Test
    void computesTheSameForSmallAndLargeNumbers() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var a = random(random);
            var b = random(random);
            var sum = a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
            var product = a.denominator().multiply(b.denominator());
            assertThat(a.plus(b)).isEqualTo(new Rational(sum, product));
            assertThat(a.minus(b)).isEqualTo(a.plus(b.negate()));
            assertThat(a.times(b)).isEqualTo(new Rational(a.numerator().multiply(b.numerator()), product));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            if (b.signum() != 0) {
                assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
            }
            assertThat(a.floor().compareTo(a)).isNotPositive();
            assertThat(a.minus(a.floor()).compareTo(Rational.ONE)).isNegative();
            assertThat(a.ceil().minus(a.floor())).isEqualTo(a.isWhole() ? Rational.ZERO : Rational.ONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "0.5, 1",
        "0.125, 3",
        "0.01, 2",
        "1000, 0",
        "0.000001, 6",
    })
    void knowsItsDecimals(BigDecimal value, int decimals) {
        assertThat(Rational.of(value).decimals()).isEqualTo(decimals);
        assertThat(Rational.of(value).toDecimal(0)).isEqualByComparingTo(value);
        assertThat(Rational.of(value)).hasToString(value.stripTrailingZeros().toPlainString());
    }

    @Test
    void roundsHalfUpWhereTheDecimalsDoNotEnd() {
        var twoThirds = Rational.of(2).dividedBy(Rational.of(3));

        assertThat(twoThirds.terminates()).isFalse();
        assertThat(twoThirds.decimals()).isEqualTo(-1);
        assertThat(twoThirds.toDecimal(4)).isEqualTo(new BigDecimal("0.6667"));
        assertThat(twoThirds.negate().toDecimal(0)).isEqualTo(new BigDecimal("-1"));
        assertThat(twoThirds.toDecimal(MathContext.DECIMAL32)).isEqualTo(new BigDecimal("0.6666667"));
        assertThat(twoThirds.toDouble()).isEqualTo(2.0 / 3);
        assertThat(twoThirds).hasToString("2/3");
    }

    @Test
    void keepsThePrecisionOfTinyFractionsAsDouble() {
        assertThat(Rational.ONE.dividedBy(Rational.of(3).power(60)).toDouble()).isEqualTo(1 / Math.pow(3, 60));
        assertThat(Rational.of(10).power(300).toDouble()).isEqualTo(1e300);
    }

    @Test
    void raisesToPowers() {
        assertThat(Rational.of(2).power(10)).isEqualTo(Rational.of(1024));
        assertThat(Rational.of(2).power(-2)).hasToString("0.25");
        assertThat(Rational.of(-3).power(3)).isEqualTo(Rational.of(-27));
        assertThat(Rational.ZERO.power(0)).isEqualTo(Rational.ONE);
        assertThatThrownBy(() -> Rational.ZERO.power(-1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero");
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, -1001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesLargePowers(int exponent) {
        assertThatThrownBy(() -> Rational.of(2).power(exponent))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("exponent %d is beyond 1000", exponent);
    }

    @Test
    void refusesNumbersThatWouldFillTheMemory() {
        var large = Rational.of(10).power(1000);

        assertThatThrownBy(() -> large.power(1000))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("131072 bits");
        assertThatThrownBy(() -> {
                    var value = large;
                    for (int i = 0; i < 100; i++) {
                        value = value.times(value);
                    }
                })
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("131072 bits");
        assertThatThrownBy(() -> Rational.of(new BigDecimal("1e999999999")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("10000 digits");
        assertThatThrownBy(() -> Rational.of(new BigDecimal("1e-999999999")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("10000 digits");
    }

    @Test
    void refusesAZeroDenominator() {
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero");
        assertThatThrownBy(() -> new Rational(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1,000", "1/2", "x", ".", "1e999999999", " 1"})
    void refusesTextThatIsNoNumber(String text) {
        assertThatThrownBy(() -> Rational.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("'%s' is no number", text);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "-0.5, -0.5", ".5, 0.5", "5., 5", "007, 7", "1.500, 1.5"})
    void readsPlainDecimals(String text, String printed) {
        assertThat(Rational.parse(text)).hasToString(printed);
    }

    private static Rational random(Random random) {
        int bits = random.nextInt(1, 90);
        return new Rational(
                new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1)),
                new BigInteger(random.nextInt(1, 70), random).add(BigInteger.ONE));
    }
}
