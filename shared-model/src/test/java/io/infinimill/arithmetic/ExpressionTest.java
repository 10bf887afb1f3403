package io.infinimill.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Negation;
import io.infinimill.arithmetic.Expression.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, Rational> VALUES =
            Map.of("a", Rational.of(7), "b", Rational.of(2), "price", Rational.of(new BigDecimal("4.5")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "10 - (4 - 3) | 9",
                "100 / 10 / 5 | 2",
                "2 ** 3 ** 2 | 512",
                "(2 ** 3) ** 2 | 64",
                "-2 ** 2 | -4",
                "(-2) ** 2 | 4",
                "2**-1 | 0.5",
                "--5 | 5",
                "-+-5 | 5",
                "+-5 | -5",
                "++5 | 5",
                "3 - -2 | 5",
                "3--2 | 5",
                "-7 // 2 | -4",
                "7 // -2 | -4",
                "-7 % 3 | 2",
                "7 % -3 | -2",
                "7.5 % 2 | 1.5",
                "1 / 3 | 1/3",
                "1 / 3 * 3 | 1",
                "a * price | 31.5",
                "a // b + a % b | 4",
                ".5 + 5. | 5.5",
                "floor(7 / 2) | 3",
                "ceil(7 / 2) | 4",
                "ceil(-7 / 2) | -3",
                "round(2.5) | 3",
                "round(-2.5) | -2",
                "round(2.675, 2) | 2.68",
                "round(1234, -2) | 1200",
                "abs(-3) | 3",
                "min(3, 1, 2) | 1",
                "max(3, 1 + 3, 2) | 4",
                "sqrt(9 / 4) | 1.5",
                "4 ** 0.5 | 2",
                "floor + 1 | none",
            })
    void computesAsPythonDoes(String text, String value) {
        var expression = Expression.parse(text);

        if (value.equals("none")) {
            assertThatThrownBy(() -> expression.evaluate(VALUES))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("no value for floor");
        } else {
            assertThat(expression.evaluate(VALUES)).hasToString(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "((a))+(b*2) | a + b * 2",
                "(a+b)*2 | (a + b) * 2",
                "a-(b-2) | a - (b - 2)",
                "(a-b)-2 | a - b - 2",
                "a/(b*2) | a / (b * 2)",
                "a%(b//2) | a % (b // 2)",
                "(a**b)**2 | (a ** b) ** 2",
                "a**(b**2) | a ** b ** 2",
                "(-a)**2 | (-a) ** 2",
                "-(a**2) | -a ** 2",
                "-(a+b) | -(a + b)",
                "-(a*b) | -(a * b)",
                "(-a)*b | -a * b",
                "a*(-b) | a * -b",
                "a**-b | a ** -b",
                "- -a | --a",
                "1.50 | 1.5",
                "max( a,b ,(2)) | max(a, b, 2)",
            })
    void printsNoMoreParenthesesThanNeeded(String text, String printed) {
        var expression = Expression.parse(text);

        assertThat(expression.print()).isEqualTo(printed);
        assertThat(Expression.parse(printed)).isEqualTo(expression);
    }

    /** Numbers put in place of names may be negative, or fractions without end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a / x | -1/3 | a / (-1/3)",
                "a / x | 1/3 | a / (1/3)",
                "x / a | -1/3 | -1/3 / a",
                "x ** 2 | -1/3 | (-1/3) ** 2",
                "2 ** x | -1/3 | 2 ** (-1/3)",
                "-x | -1/3 | -(-1/3)",
                "x ** 2 | -5 | (-5) ** 2",
                "a - x | -5 | a - -5",
                "a * x | -5 | a * -5",
                "-x | -5 | --5",
                "a - x | -1/3 | a - -1/3",
            })
    void printsPutInNumbersSoThatTheValueStays(String text, String number, String printed) {
        var parts = number.split("/");
        var value = parts.length == 1
                ? Rational.parse(number)
                : Rational.parse(parts[0]).dividedBy(Rational.parse(parts[1]));
        var expression = Expression.parse(text).replace(name -> name.equals("x") ? new Literal(value) : null);

        assertThat(expression.print()).isEqualTo(printed);
        if (!text.equals("2 ** x")) {
            assertThat(Expression.parse(printed).evaluate(VALUES)).isEqualTo(expression.evaluate(VALUES));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it ends too early at position 0",
                "1 + | it ends too early at position 3",
                "(1 | missing ')' at position 2",
                "1) | unexpected ')' at position 1",
                "1 2 | unexpected '2' at position 2",
                "2x | unexpected 'x' at position 1",
                "1.2.3 | '1.2.3' is no number at position 0",
                "a + . | '.' is no number at position 4",
                "1e5 | unexpected 'e' at position 1",
                "1_000 | unexpected '_' at position 1",
                "1,000 | unexpected ',' at position 1",
                "* 2 | unexpected '*' at position 0",
                "2 *** 3 | unexpected '*' at position 4",
                "a.b | unexpected '.' at position 1",
                "a[0] | unexpected '[' at position 1",
                "foo(3) | unknown function 'foo' (known: floor ceil round abs min max sqrt) at position 0",
                "floor(1, 2) | floor does not take 2 arguments at position 0",
                "min(1) | min does not take 1 argument at position 0",
                "round(1, 2, 3) | round does not take 3 arguments at position 0",
                "max() | unexpected ')' at position 4",
                "٣ + 1 | unexpected '٣' at position 0",
                "a == b | unexpected '=' at position 2",
            })
    void saysWhereTextIsNoExpression(String text, String why) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an expression: '%s', %s", text, why);
    }

    @Test
    void aNullCharacterIsNotTheEnd() {
        assertThatThrownBy(() -> Expression.parse("1\0rubbish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("at position 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "+", "2**", "abs(", "-("})
    void refusesEndlessNesting(String prefix) {
        assertThatThrownBy(() -> Expression.parse(prefix.repeat(100_000) + "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsAnyOf("more than 200 levels", "more than 300 parts");
    }

    @Test
    void refusesEndlessSums() {
        assertThatThrownBy(() -> Expression.parse("1+".repeat(100_000) + "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 300 parts");
    }

    @Test
    void handlesTheLongestExpressionItAccepts() {
        var expression = Expression.parse("a+".repeat(299) + "1");

        assertThat(expression.evaluate(VALUES)).isEqualTo(Rational.of(2094));
        assertThat(Expression.parse(expression.print())).isEqualTo(expression);
        assertThat(expression.names()).containsExactly("a");
        assertThat(expression.hashCode())
                .isEqualTo(Expression.parse(expression.print()).hashCode());
        assertThat(Expression.parse("(".repeat(90) + "1" + ")".repeat(90))).isEqualTo(new Literal(Rational.ONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 / (a - 7) | division by zero",
                "a % 0 | division by zero",
                "0 ** -1 | division by zero",
                "sqrt(-4) | square root of -4",
                "(-8) ** 0.5 | -8 ** 0.5 has no real value",
                "c + 1 | no value for c",
                "2 ** 5000 | exponent 5000 is beyond 1000",
                "2 ** 10 ** 30 | exponent 1000000000000000000000000000000 is beyond 1000",
                "9 ** 999 ** 2 | exponent 998001 is beyond 1000",
                "(9 ** 999) ** 999 | a number of more than 131072 bits",
            })
    void saysWhyThereIsNoValue(String text, String why) {
        assertThatThrownBy(() -> Expression.parse(text).evaluate(VALUES))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(why);
    }

    @Test
    void namesItsPartsInOrder() {
        var expression = Expression.parse("b * (a + b) - max(c, 1)");

        assertThat(expression.names()).containsExactly("b", "a", "c");
        assertThat(Expression.parse("-a + b"))
                .isEqualTo(new Operation("+", new Negation(new Name("a")), new Name("b")));
    }

    @Test
    void replacesNames() {
        var replaced = Expression.parse("a * b + min(a, c)")
                .replace(name -> name.equals("a") ? Expression.parse("x + 1") : null);

        assertThat(replaced.print()).isEqualTo("(x + 1) * b + min(x + 1, c)");
    }

    @Test
    void rootsThatAreNotRationalHaveSixteenDigits() {
        assertThat(Expression.parse("sqrt(2)").evaluate(VALUES)).hasToString("1.414213562373095");
        assertThat(Expression.parse("sqrt(1 / 3)").evaluate(VALUES).toDouble())
                .isCloseTo(Math.sqrt(1.0 / 3), offset(1e-15));
        assertThat(Expression.parse("sqrt(3 / 10 ** 60)").evaluate(VALUES).toDouble())
                .isCloseTo(Math.sqrt(3e-60), offset(1e-44));
    }

    @Test
    void aCallThatCannotBeIsRefusedWhenEvaluated() {
        assertThatThrownBy(() -> new Expression.Call("floor", List.of()).evaluate(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no function floor takes 0 arguments");
    }
}
