package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a number without use depends on: "the 16 guests" that are nine and seven others, or that a step computes. Were the others to change, the text
 * would contradict itself.
 */
final class Totals {

    private static final Rational LEAST = Rational.of(3);
    private static final Rational FEW = Rational.of(12);

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Set<Integer> tied = new TreeSet<>();

    private Totals(Problem problem, Worked worked, Reading reading) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
    }

    /** The variables on which a number depends that will not change. */
    static Set<Integer> of(Problem problem, Worked worked, Reading reading) {
        var totals = new Totals(problem, worked, reading);
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            boolean stays = number.plain() && !number.percent() && reading.mention(i, problem) < 0 && !reading.used(i);
            if (stays && number.value().compareTo(LEAST) >= 0) {
                totals.parts(i, number.value());
                totals.computed(number.value());
                totals.some(number.value());
            }
        }
        return totals.tied;
    }

    /** Whether a count is the sum of two others, one of them of the same things: it needs no use of its own. */
    static boolean sum(Problem problem, int total) {
        var numbers = problem.numbers;
        for (int some = 0; some < numbers.size(); some++) {
            for (int other = 0; other < numbers.size(); other++) {
                boolean counts = some != other
                        && numbers.get(total).count()
                        && numbers.get(some).count()
                        && numbers.get(other).count();
                var things = Words.first(problem.right(total), 2);
                boolean same = Words.first(problem.right(some), 2).stream().anyMatch(things::contains);
                var sum = numbers.get(some).value().plus(numbers.get(other).value());
                if (counts
                        && (same || Ties.part(problem, some))
                        && sum.equals(numbers.get(total).value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void parts(int total, Rational value) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (i != total
                    && number.plain()
                    && !number.percent()
                    && problem.original(i) == i
                    && number.value().signum() > 0) {
                others.add(i);
            }
        }
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                two(value, others.get(i), others.get(j));
                for (int k = j + 1; k < others.size(); k++) {
                    if (value.equals(sum(others.get(i), others.get(j), others.get(k)))) {
                        tie(others.get(i), others.get(j), others.get(k));
                    }
                }
            }
        }
        var sum = sum(others.stream().mapToInt(Integer::intValue).toArray());
        if (others.size() > 1 && value.equals(sum)) {
            tie(others.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private void two(Rational value, int some, int other) {
        var a = problem.numbers.get(some).value();
        var b = problem.numbers.get(other).value();
        boolean product = a.compareTo(Rational.ONE) > 0 && b.compareTo(Rational.ONE) > 0 && value.equals(a.times(b));
        if (product || value.equals(a.plus(b)) || value.equals(a.minus(b).abs())) {
            tie(some, other);
        }
    }

    /** Four of six leave two, whom a story may name one by one. */
    private void some(Rational whole) {
        for (int variable : reading.variables()) {
            var number = problem.numbers.get(variable);
            if (whole.compareTo(FEW) <= 0
                    && number.plain()
                    && number.value().compareTo(whole) < 0
                    && Ties.part(problem, variable)) {
                tied.add(variable);
            }
        }
    }

    private void computed(Rational value) {
        reading.steps().forEach((step, expression) -> {
            if (worked.equations().get(step).result().equals(value)) {
                inputs(expression);
            }
        });
    }

    private void inputs(Expression expression) {
        for (var name : expression.names()) {
            int index = Integer.parseInt(name.substring(1));
            if (name.startsWith("q")) {
                tied.add(index);
            } else {
                var step = reading.steps().get(index);
                if (step != null) {
                    inputs(step);
                }
            }
        }
    }

    private Rational sum(int... numbers) {
        var sum = Rational.ZERO;
        for (int number : numbers) {
            sum = sum.plus(problem.numbers.get(number).value());
        }
        return sum;
    }

    private void tie(int... numbers) {
        for (int number : numbers) {
            if (reading.variables().contains(number)) {
                tied.add(number);
            }
        }
    }
}
