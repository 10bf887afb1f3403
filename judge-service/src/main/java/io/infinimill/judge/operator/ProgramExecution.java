package io.infinimill.judge.operator;

import io.infinimill.judge.ExecutionJudge;
import io.infinimill.judge.Finding;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Runs the sample's program as it stands, and compares what it prints with the sample's answer: a whole answer exactly,
 * a decimal one within a relative tolerance. The wide tolerances of published harnesses accept wrong programs. Reasons:
 * {@code no_program}, {@code no_answer}, {@code answer_mismatch}, and {@code program_} with each of
 * {@link Outcome.Failed#REASONS}.
 */
@Purpose("Runs the program of a sample and rejects the sample unless the program gives its answer.")
record ProgramExecution(
        @Purpose("Greatest difference from a decimal answer, relative to it; whole answers must be met exactly.")
        double tolerance)
        implements ExecutionJudge {

    /** Floats carry noise beyond about 15 digits; it is not a difference. */
    private static final int NOISE = 9;

    ProgramExecution {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is %s, not from 0 to below 1".formatted(tolerance));
        }
    }

    @Override
    public List<Call> calls(Sample sample) {
        var program = sample.program();
        return program == null || Numeral.find(sample.answer()).isEmpty()
                ? List.of()
                : List.of(Call.standalone(program));
    }

    @Override
    public Finding judge(Sample sample, List<List<Outcome>> outcomes) {
        if (sample.program() == null) {
            return new Finding.Rejected("no_program", "the sample has no program");
        }
        var answer = Numeral.find(sample.answer());
        if (answer.isEmpty()) {
            return new Finding.Rejected("no_answer", "the answer %s is no number".formatted(sample.answer()));
        }
        return switch (outcomes.getFirst().getFirst()) {
            case Outcome.Failed(String reason, String detail) -> new Finding.Rejected("program_" + reason, detail);
            case Outcome.Returned(BigDecimal value, var _) ->
                matches(answer.get(), value)
                        ? new Finding.Accepted(1, "the program gives %s".formatted(value.toPlainString()))
                        : new Finding.Rejected(
                                "answer_mismatch",
                                "the program gives %s, the answer is %s"
                                        .formatted(value.toPlainString(), sample.answer()));
        };
    }

    private boolean matches(BigDecimal expected, BigDecimal actual) {
        var difference = expected.subtract(actual).abs();
        boolean whole = expected.signum() == 0 || expected.stripTrailingZeros().scale() <= 0;
        return whole
                ? difference.setScale(NOISE, RoundingMode.HALF_UP).signum() == 0
                : difference.compareTo(expected.abs().multiply(BigDecimal.valueOf(tolerance))) <= 0;
    }
}
