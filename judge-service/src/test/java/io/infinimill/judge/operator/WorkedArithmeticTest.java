package io.infinimill.judge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.judge.Finding;
import io.infinimill.judge.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedArithmeticTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So she has 48/2 = 24 clips.                               | 24",
                "She sold 48 + 24 = 72 clips - and no more.                | 72",
                "10 cookies / 2 = 5 cookies                                | 5",
                "He pays $1,200 x .75 = $900.                              | 900",
                "He pays 3 × $2.50 = $7.50                                 | 7.5",
                "(5/100) * $2,000 = $100                                   | 100",
                "20% of 50 = 10                                            | 10",
                "10/50 * 100 = 20%                                         | 20",
                "3/4 = 75%                                                 | 75",
                "She paid 2 * 3 = 6 dollars and got 10 - 6 = 4 back.       | 4",
                "1 1/2 * 4 = 6                                             | 6",
                "2 miles / 1/4 hour = 8 miles/hour                         | 8",
                "100 / 3 = 33.33                                           | 33.33",
                "200 / 3 = 66.66, cut off                                  | 66.66",
                "5 * (3 + 1) = 20 = 2 * 10                                 | 20",
                "8 bikes * 2 wheels/bike = 16 wheels                       | 16",
                "3/3 - 2/3 = 1/3 of $150, which is 1/3 * 150 = $50         | 50",
                "Then 14 plus 8 equals 22.                                 | 22",
                "15 pieces divided by 3 equals 5                           | 5",
                "She is 10-3=7 years old.                                  | 7",
                "5 - 8 = -3                                                | -3",
                "13(2) = 26                                                | 26",
                "Her share is 4500 – 3595= 905 bottles                     | 905",
                "3x + 2x = 15, so x = 3                                    | 3"
            })
    void acceptsWhatIsRight(String solution, String answer) {
        assertThat(reason(solution, answer)).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So she has 48/2 = 25 clips.                               | 25",
                "10 cookies / 2 = 4 cookies                                | 4",
                "He pays $1,200 x .75 = $901.                              | 901",
                "20% of 50 = 11                                            | 11",
                "She paid 2 * 3 = 7 dollars and got 10 - 6 = 4 back.       | 4",
                "100 / 3 = 33.34                                           | 33.34",
                "5 + 3 = 8 - 2 = 6                                         | 6",
                "5 * (3 + 1) = 20 = 2 * 11                                 | 20",
                "Then 14 plus 8 equals 23.                                 | 23"
            })
    void rejectsWhatIsWrong(String solution, String answer) {
        assertThat(reason(solution, answer)).isEqualTo("wrong_arithmetic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 + 2 = 4                         | 5",
                "There are no equations, just 5.   | 5",
                "x + y = z                         | 5"
            })
    void rejectsAnAnswerThatIsNoResult(String solution, String answer) {
        assertThat(reason(solution, answer)).isEqualTo("answer_not_reached");
    }

    @Test
    void aWholeNumberThatTheWordsConcludeFromTheLastResultIsReached() {
        assertThat(reason("15 / 4 = 3.75\nShe cannot buy part of a can, so she buys 4.", "4"))
                .isEqualTo("accepted");
        assertThat(reason("15 / 4 = 3.75\nShe cannot buy part of a can, so she buys 5.", "5"))
                .isEqualTo("answer_not_reached");
        assertThat(reason("15 / 4 = 3.75", "4")).isEqualTo("answer_not_reached");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is 1/0 = 1.                     | 1 / 0 cannot be computed: division by zero",
                "It is 5 / (3 - 3) = 0.             | 5 / ( 3 - 3 ) cannot be computed: division by zero",
                "It is 0^-1 = 0.                    | 0 ^ - 1 cannot be computed: division by zero",
                "So x = 5 / 0.                      | 5 / 0 cannot be computed: division by zero",
                "It is 2^99999999 = 4.              | 2 ^ 99999999 cannot be computed: exponent 99999999 is beyond 1000",
                "It is 2^99999999999999 = 4.        | 2 ^ 99999999999999 cannot be computed: BigInteger out of int range",
                "(((9^100)^100)^100)^100 = 4        | ( ( ( 9 ^ 100 ) ^ 100 ) ^ 100 ) ^ 100 cannot be computed: a number of more than 131072 bits"
            })
    void rejectsWhatHasNoValue(String solution, String fault) {
        assertThat(new WorkedArithmetic().judge(Samples.worked(solution + "\n2 + 2 = 4", "4")))
                .isEqualTo(new Finding.Rejected("wrong_arithmetic", fault));
    }

    @Test
    void doesNotHoldAScoreAgainstTheText() {
        assertThat(reason("With a score of 0/0 she plays 5 + 3 = 8 games.", "8"))
                .isEqualTo("accepted");
    }

    @Test
    void leavesOutWhatIsNestedOrStrungTogetherBeyondReading() {
        assertThat(reason("(".repeat(3_000) + "5" + ")".repeat(3_000) + " = 5", "5"))
                .isEqualTo("accepted");
        assertThat(reason("(".repeat(3_000) + "5" + ")".repeat(3_000) + " = 6\n2 + 3 = 5", "5"))
                .isEqualTo("accepted");
        assertThat(reason("(1)".repeat(300_000) + " x = 6", "5")).isEqualTo("answer_not_reached");
    }

    @Test
    void saysWhatIsWrong() {
        var finding = new WorkedArithmetic().judge(Samples.worked("He has 3 apples + 4 pears = 8 fruits.", "8"));

        assertThat(finding)
                .isEqualTo(new Finding.Rejected("wrong_arithmetic", "3 apples + 4 pears is 7 and not 8 fruits"));
    }

    @Test
    void wantsASolutionAndANumber() {
        assertThat(reason(null, "5")).isEqualTo("no_solution");
        assertThat(reason("2 + 3 = 5", "five")).isEqualTo("no_answer");
    }

    private static String reason(@Nullable String solution, String answer) {
        return switch (new WorkedArithmetic().judge(Samples.worked(solution, answer))) {
            case Finding.Accepted _ -> "accepted";
            case Finding.Rejected rejected -> rejected.reason();
        };
    }
}
