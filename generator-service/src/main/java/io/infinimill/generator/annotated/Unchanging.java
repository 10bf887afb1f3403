package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.List;
import java.util.Locale;

/** Numbers of a solution's prose that are the same under other numbers of the question. */
final class Unchanging {

    private static final int MOST_COUNTED = 9;

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;

    Unchanging(Problem problem, Worked worked, Reading reading) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
    }

    /** Whether the question words a number that cannot change like this. */
    boolean worded(Rational value) {
        return problem.numbers.stream()
                .anyMatch(other -> !other.changeable() && other.value().equals(value));
    }

    /** Whether something that cannot change has this value. */
    boolean known(TextNumber number, String line) {
        for (int i = 0; i < problem.numbers.size(); i++) {
            if (!reading.variables().contains(i)
                    && reading.mention(i, problem) < 0
                    && problem.numbers.get(i).value().equals(number.value())) {
                return true;
            }
        }
        return Constants.knowledge(number.value(), line.toLowerCase(Locale.ROOT)) != null
                || Constants.wording(number.value(), line.toLowerCase(Locale.ROOT)) != null;
    }

    /** Whether the line lists or adds as many things. */
    boolean counted(Rational value, String line, List<Integer> own) {
        if (!value.isWhole() || value.signum() <= 0 || value.compareTo(Rational.of(MOST_COUNTED)) > 0) {
            return false;
        }
        for (int i : own) {
            if (Counted.explains(value, problem, worked, i, line.toLowerCase(Locale.ROOT))
                    || worked.equations().get(i).operands().size()
                            == value.numerator().intValueExact()) {
                return true;
            }
        }
        return false;
    }
}
