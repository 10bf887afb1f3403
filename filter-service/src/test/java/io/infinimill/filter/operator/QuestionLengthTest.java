package io.infinimill.filter.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.filter.Samples;
import io.infinimill.filter.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionLengthTest {

    @ParameterizedTest
    @CsvSource({"ab, too_short", "'  ab  ', too_short", "abc, KEEP", "𝟏𝟐𝟑, KEEP", "abcde, KEEP", "abcdef, too_long"})
    void dropsQuestionsOutsideTheLimits(String question, String expected) {
        var verdict = new QuestionLength(3, 5).check(Samples.text(question, "solution", "8"));

        assertThat(verdict instanceof Verdict.Drop drop ? drop.reason() : "KEEP")
                .isEqualTo(expected);
    }

    @Test
    void refusesLimitsThatNothingMeets() {
        assertThatThrownBy(() -> new QuestionLength(-1, 1)).hasMessage("min is -1 and max is 1, not 0 <= min <= max");
    }
}
