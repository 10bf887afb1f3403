package io.infinimill.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Map<String, Rational> VALUES = Map.of("eggs", Rational.of(30), "boxes", Rational.of(4));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole(eggs / 6) | true",
                "whole(eggs / boxes) | false",
                "whole((eggs + 2) / (boxes * 2)) | true",
                "boxes * 7 <= eggs | true",
                "boxes * 8 <= eggs | false",
                "eggs>=30 | true",
                "eggs > 30 | false",
                "boxes < 5 | true",
                "eggs == 30.0 | true",
                "eggs != 30 | false",
                "eggs / 3 == 10 | true",
            })
    void holdsOrNot(String text, boolean holds) {
        assertThat(Condition.parse(text).holds(VALUES)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"whole( a/2 ), whole(a / 2)", "a*(b)<=c, a * b <= c", "a!=-1, a != -1"})
    void printsAsItIsRead(String text, String printed) {
        assertThat(Condition.parse(text)).hasToString(printed);
        assertThat(Condition.parse(printed)).isEqualTo(Condition.parse(text));
    }

    @Test
    void namesItsParts() {
        assertThat(Condition.parse("a * b <= c + a").names()).containsExactly("a", "b", "c");
        assertThat(Condition.parse("whole(a / d)").names()).containsExactly("a", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eggs | not a condition: 'eggs'. Maybe 'whole(x)' or a comparison such as 'x >= 1'",
                "a = b | not a condition: 'a = b'. Maybe 'whole(x)' or a comparison such as 'x >= 1'",
                "a < b < c | not an expression: ' b < c', unexpected '<' at position 3",
                "a <> b | not an expression: '> b', unexpected '>' at position 0",
                "<= 3 | not an expression: '', it ends too early at position 0",
                "whole() | not an expression: '', it ends too early at position 0",
            })
    void saysWhatIsNoCondition(String text, String why) {
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Test
    void knowsNoOtherComparisons() {
        var one = Expression.parse("1");

        assertThatThrownBy(() -> new Condition.Comparison(one, "=<", one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'=<' is none of [<, <=, >, >=, ==, !=]");
    }

    @Test
    void aSideWithoutValueIsNotAnAnswer() {
        assertThatThrownBy(() -> Condition.parse("1 / (boxes - 4) > 0").holds(VALUES))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero");
    }
}
