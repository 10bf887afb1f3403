package io.infinimill.filter.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.filter.Samples;
import io.infinimill.filter.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseLengthTest {

    /** The response ends with a line of 16 characters for the answer, line break included. */
    @ParameterizedTest
    @CsvSource({"1234, KEEP", "123, too_short", "1234567890, KEEP", "12345678901, too_long"})
    void dropsResponsesOutsideTheLimits(String solution, String expected) {
        var verdict = new ResponseLength(21, 27).check(Samples.text("question", solution, "8"));

        assertThat(verdict instanceof Verdict.Drop drop ? drop.reason() : "KEEP")
                .isEqualTo(expected);
    }

    @Test
    void refusesLimitsThatNothingMeets() {
        assertThatThrownBy(() -> new ResponseLength(2, 1)).hasMessage("min is 2 and max is 1, not 0 <= min <= max");
    }
}
