package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other numbers than the problem's, to see whether what holds for its own holds for them. */
final class Trial {

    private static final Rational HUNDRED = Rational.of(100);

    /** No two variables move alike. */
    private static final List<Integer> MOVES = List.of(3, 7);

    private final Problem problem;
    private final Reading reading;

    Trial(Problem problem, Reading reading) {
        this.problem = problem;
        this.reading = reading;
    }

    /** Whether a computation gives a result, or the result in percent, under all numbers of the trial. */
    boolean holds(Expression computation, Expression result) {
        for (int move : MOVES) {
            try {
                var values = values(move);
                var computed = computation.evaluate(values);
                var shown = result.evaluate(values);
                if (!computed.equals(shown) && !computed.times(HUNDRED).equals(shown)) {
                    return false;
                }
            } catch (ArithmeticException _) {
                // no value under these numbers, which says nothing
            }
        }
        return true;
    }

    private Map<String, Rational> values(int move) {
        Map<String, Rational> values = new HashMap<>();
        int by = move;
        for (int variable : reading.variables()) {
            values.put("q" + variable, problem.numbers.get(variable).value().plus(Rational.of(by)));
            by = by * 2 + 1;
        }
        reading.steps().forEach((step, expression) -> values.put("s" + step, expression.evaluate(values)));
        return values;
    }
}
