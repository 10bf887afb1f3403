package io.infinimill.filter.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.filter.Samples;
import io.infinimill.filter.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPlausibilityTest {

    private static final NumberPlausibility FILTER =
            new NumberPlausibility(new BigDecimal("1000000"), 2, List.of("people", "apples"), false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann pays $2.50 for 3 apples.      | 7.5       | KEEP",
                "Ann has 1,000,000 coins.          | 1,000,000 | KEEP",
                "Ann has 1,000,001 coins.          | 3         | too_large",
                "Ann pays $1.125.                  | 3         | too_many_decimals",
                "There are 2.5 people.             | 3         | split_unit",
                "There are 2.0 people.             | 3         | KEEP",
                "There are 2.5 liters for people.  | 3         | KEEP",
                "Ann has 3.                        | -4        | negative_answer",
                "Ann has 3.                        | 0.333     | too_many_decimals",
                "Ann has 3.                        | 2000000   | too_large",
                "Ann has 3.                        | Tuesday   | KEEP",
                "See version 1.2.3 of it.          | 1/3       | KEEP"
            })
    void dropsNumbersThatNoProblemHas(String question, String answer, String expected) {
        var verdict = FILTER.check(Samples.text(question, "solution", answer));

        assertThat(verdict instanceof Verdict.Drop drop ? drop.reason() : "KEEP")
                .isEqualTo(expected);
    }

    @Test
    void negativeAnswersMayBeAllowed() {
        var filter = new NumberPlausibility(BigDecimal.TEN, 0, List.of(), true);

        assertThat(filter.check(Samples.text("Ann has 3.", "solution", "-4"))).isEqualTo(Verdict.KEEP);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> new NumberPlausibility(BigDecimal.ZERO, 2, List.of(), false))
                .hasMessage("max-magnitude is 0, not more than 0");
        assertThatThrownBy(() -> new NumberPlausibility(BigDecimal.TEN, -1, List.of(), false))
                .hasMessage("max-decimals is -1, less than 0");
    }
}
