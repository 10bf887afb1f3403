package io.infinimill.judge.operator;

import io.infinimill.arithmetic.Rational;
import io.infinimill.judge.Finding;
import io.infinimill.judge.ReadingJudge;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the worked text as a person wrote it and re-computes it exactly, apart from whatever rendered it. On GSM8K's
 * training split it accepts 7,322 of 7,473 human solutions (98.0 %; some of the rest are wrong themselves) and
 * rejects 98.9 % of those it accepted when one digit of one result is changed. An equation that it cannot read, such as
 * one with an unknown, is not held against the text, but at least the answer must be a result; one that has no value,
 * such as a division by zero, is wrong. Reasons:
 * {@code no_solution}, {@code no_answer}, {@code wrong_arithmetic}, {@code answer_not_reached}.
 */
@Purpose("Re-computes every equation of the worked text and rejects the sample where one is wrong or the last result is"
        + " not the answer.")
record WorkedArithmetic() implements ReadingJudge {

    @Override
    public Finding judge(Sample sample) {
        var solution = sample.solution();
        if (solution == null) {
            return new Finding.Rejected("no_solution", "the sample has no worked text");
        }
        var answer = Numeral.find(sample.answer());
        if (answer.isEmpty()) {
            return new Finding.Rejected("no_answer", "the answer %s is no number".formatted(sample.answer()));
        }
        var equations = Equation.of(solution);
        for (var equation : equations) {
            var fault = equation.fault();
            if (fault != null) {
                return new Finding.Rejected("wrong_arithmetic", fault);
            }
        }
        return reached(solution, equations, Rational.of(answer.get()));
    }

    private static Finding reached(String solution, List<Equation> equations, Rational answer) {
        var results = new ArrayList<Equation.Side>();
        int lastLine = -1;
        for (var equation : equations) {
            var right = equation.right();
            if (right != null) {
                results.add(right);
                lastLine = equation.line();
            }
        }
        if (results.isEmpty()) {
            return new Finding.Rejected("answer_not_reached", "the worked text has no equation that can be read");
        }
        var last = results.getLast();
        if (last.shows(answer) || concludes(solution, lastLine, results, answer)) {
            return new Finding.Accepted(
                    1,
                    "%d equations hold"
                            .formatted(equations.stream()
                                    .filter(Equation::checkable)
                                    .count()));
        }
        return new Finding.Rejected(
                "answer_not_reached", "the last result is %s, the answer is %s".formatted(last.text(), answer));
    }

    /** Whether the words behind the last equation state the answer, as the last result in whole or as an earlier one. */
    private static boolean concludes(String solution, int lastLine, List<Equation.Side> results, Rational answer) {
        var last = results.getLast().value();
        boolean known = answer.equals(last.floor())
                || answer.equals(last.ceil())
                || results.stream().anyMatch(result -> result.shows(answer));
        return known
                && solution.lines()
                        .skip(lastLine)
                        .flatMap(line -> Token.of(line).stream())
                        .filter(token -> token.is(Token.Kind.NUMBER))
                        .reduce((_, behind) -> behind)
                        .filter(token -> token.value().equals(answer))
                        .isPresent();
    }
}
