package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds all operands at once by beam search: a good reading uses every number of the question and every result, and mostly
 * once. The weights were set by hand on the first 4,500 problems of GSM8K's training split.
 */
final class Binding {

    private static final int WIDTH = 120;
    private static final double UNUSED_NUMBER = 2.5;
    private static final double UNUSED_RESULT = 1.5;
    private static final double REUSED = 0.9;
    private static final double IN_ORDER = 0.4;
    private static final double SQUARED = 3.0;

    private final Problem problem;
    private final Worked worked;
    private final int answer;

    Binding(Problem problem, Worked worked, int answer) {
        this.problem = problem;
        this.worked = worked;
        this.answer = answer;
    }

    private record State(@Nullable State before, @Nullable Candidate choice, double score, long numbers, long steps) {}

    /** The best readings, best first. */
    List<Hypothesis> hypotheses() {
        var candidates = new Candidates(problem, worked);
        List<State> beam = List.of(new State(null, null, 0, 0, 0));
        for (int i = 0; i < worked.equations().size(); i++) {
            var equation = worked.equations().get(i);
            for (int k = 0; k < equation.operands().size(); k++) {
                beam = extend(beam, candidates.of(i, equation.operands().get(k)), k);
            }
        }
        return beam.stream()
                .map(state -> new Hypothesis(choices(state), state.score() - unused(state)))
                .sorted(Comparator.comparingDouble(Hypothesis::score).reversed())
                .toList();
    }

    private List<State> extend(List<State> beam, List<Candidate> candidates, int position) {
        List<State> next = new ArrayList<>();
        for (var state : beam) {
            for (var candidate : candidates) {
                next.add(extend(state, candidate, position));
            }
        }
        next.sort(Comparator.comparingDouble(State::score).reversed());
        return Words.first(next, WIDTH);
    }

    private State extend(State state, Candidate candidate, int position) {
        long numbers = state.numbers();
        long steps = state.steps();
        double score = state.score() + candidate.score();
        for (var name : candidate.expression().names()) {
            long bit = 1L << Math.min(63, Integer.parseInt(name.substring(1)));
            if (name.startsWith("q")) {
                score -= (numbers & bit) != 0 ? REUSED : 0;
                score -= inSameEquation(state, name, position) ? SQUARED : 0;
                numbers |= bit;
            } else {
                score -= (steps & bit) != 0 ? REUSED : 0;
                score -= inSameEquation(state, name, position) ? SQUARED : 0;
                score += follows(state, name, position) ? IN_ORDER : 0;
                steps |= bit;
            }
        }
        return new State(state, candidate, score, numbers, steps);
    }

    /** Whether the operand before is the result of the step before: sums list results in order. */
    private static boolean follows(State state, String name, int position) {
        return position > 0
                && state.choice() != null
                && state.choice().expression() instanceof Expression.Name(String other)
                && other.equals("s" + (Integer.parseInt(name.substring(1)) - 1));
    }

    private static boolean inSameEquation(State state, String name, int position) {
        @Nullable State at = state;
        for (int i = 0; i < position && at != null; i++) {
            if (at.choice() != null
                    && at.choice().expression() instanceof Expression.Name(String other)
                    && other.equals(name)) {
                return true;
            }
            at = at.before();
        }
        return false;
    }

    private double unused(State state) {
        double cost = 0;
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            boolean one = number.form() == Form.NUMERATOR && number.value().equals(Rational.ONE);
            if (number.changeable()
                    && !one
                    && problem.original(i) == i
                    && (state.numbers() & 1L << Math.min(63, i)) == 0) {
                cost += UNUSED_NUMBER;
            }
        }
        for (int i = 0; i < worked.equations().size(); i++) {
            if (i != answer && (state.steps() & 1L << Math.min(63, i)) == 0) {
                cost += UNUSED_RESULT;
            }
        }
        return cost;
    }

    private List<List<Candidate>> choices(State last) {
        List<Candidate> reversed = new ArrayList<>();
        for (@Nullable State state = last; state != null && state.choice() != null; state = state.before()) {
            reversed.add(state.choice());
        }
        List<List<Candidate>> choices = new ArrayList<>();
        int at = reversed.size();
        for (var equation : worked.equations()) {
            List<Candidate> own = new ArrayList<>();
            for (int k = 0; k < equation.operands().size(); k++) {
                own.add(reversed.get(--at));
            }
            choices.add(List.copyOf(own));
        }
        return choices;
    }
}
