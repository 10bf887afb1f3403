package io.infinimill.judge.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.judge.Finding;
import io.infinimill.judge.Samples;
import io.infinimill.program.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramExecutionTest {

    private static final ProgramExecution JUDGE = new ProgramExecution(1e-4);

    @ParameterizedTest
    @CsvSource({
        "'8', 8, accepted",
        "'8', 8.0, accepted",
        "'1,200', 1200, accepted",
        "'$12.50', 12.5, accepted",
        "'-3', -3, accepted",
        "'8', 8.0005, answer_mismatch",
        "'8', 7.999999999999999, accepted",
        "'1000000', 1000001, answer_mismatch",
        "'0.3', 0.30000000000000004, accepted",
        "'0.3333', 0.33333, accepted",
        "'0.33', 0.3333, answer_mismatch",
        "'0', 0.001, answer_mismatch",
        "'eight', 8, no_answer"
    })
    void comparesWhatTheProgramGivesWithTheAnswer(String answer, BigDecimal value, String expected) {
        assertThat(reason(answer, new Outcome.Returned(value, Map.of()))).isEqualTo(expected);
    }

    @Test
    void aProgramThatFailsIsRejectedWithItsOwnReason() {
        assertThat(reason("8", new Outcome.Failed("timeout", "2 s"))).isEqualTo("program_timeout");
        assertThat(reason("8", new Outcome.Failed("raised", "ValueError"))).isEqualTo("program_raised");
    }

    @Test
    void runsNothingWithoutAProgramOrANumber() {
        assertThat(JUDGE.calls(Samples.program(null, "8"))).isEmpty();
        assertThat(JUDGE.calls(Samples.program("print(8)", "eight"))).isEmpty();
        assertThat(JUDGE.judge(Samples.program(null, "8"), List.of()))
                .isEqualTo(new Finding.Rejected("no_program", "the sample has no program"));
    }

    @Test
    void refusesAToleranceThatAcceptsAnything() {
        assertThatThrownBy(() -> new ProgramExecution(1)).hasMessage("tolerance is 1.0, not from 0 to below 1");
    }

    private static String reason(String answer, Outcome outcome) {
        return switch (JUDGE.judge(Samples.program("print(8)", answer), List.of(List.of(outcome)))) {
            case Finding.Accepted _ -> "accepted";
            case Finding.Rejected rejected -> rejected.reason();
        };
    }
}
