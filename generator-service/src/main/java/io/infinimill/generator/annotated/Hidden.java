package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a constant that little explains, while numbers of the question that have no use would give it. */
final class Hidden {

    private static final Rational LEAST = Rational.ONE;

    private Hidden() {}

    /** The first such constant of a live step, or null. */
    static @Nullable Rational constant(Problem problem, Worked worked, Reading reading) {
        List<Integer> unused = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (number.changeable() && number.value().compareTo(Rational.ONE) > 0) {
                all.add(i);
                if (!reading.used(i) && reading.mention(i, problem) < 0) {
                    unused.add(i);
                }
            }
        }
        for (int step : reading.steps().keySet()) {
            var operands = worked.equations().get(step).operands();
            for (int k = 0; k < operands.size(); k++) {
                var choice = reading.choices().get(step).get(k);
                var value = operands.get(k).value();
                boolean constant = choice.constant() != null && value.compareTo(LEAST) >= 0;
                boolean weak = choice.score() < 0 && given(value, problem, unused, all);
                if (constant && (weak || between(value, problem, unused, all))) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Whether it is how much more or fewer of the same thing a number without use says. */
    private static boolean between(Rational value, Problem problem, List<Integer> unused, List<Integer> all) {
        for (int one : unused) {
            for (int two : all) {
                var difference = problem.numbers
                        .get(one)
                        .value()
                        .minus(problem.numbers.get(two).value())
                        .abs();
                boolean same = !problem.right(one).isEmpty()
                        && !problem.right(two).isEmpty()
                        && problem.right(one)
                                .getFirst()
                                .equals(problem.right(two).getFirst());
                if (one != two && same && difference.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean given(Rational value, Problem problem, List<Integer> unused, List<Integer> all) {
        for (int one : unused) {
            for (int two : all) {
                var some = problem.numbers.get(one).value();
                var other = problem.numbers.get(two).value();
                boolean sum = value.equals(some.plus(other))
                        || value.equals(some.minus(other).abs());
                boolean product = value.equals(some.times(other))
                        || value.equals(some.dividedBy(other))
                        || value.equals(other.dividedBy(some));
                if (one != two && (sum || product)) {
                    return true;
                }
            }
        }
        return false;
    }
}
