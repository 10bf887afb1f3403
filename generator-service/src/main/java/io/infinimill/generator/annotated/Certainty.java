package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tests the readings that fit nearly as well as the best: where they give another answer under other numbers, the numbers
 * they disagree on are frozen, that is, they stay as they are in text and program.
 */
final class Certainty {

    private static final int TRIALS = 3;
    private static final double NUMBER = 3;

    /** What only changes the text is told apart by the words beside it. */
    private static final double SWAP = 3.5;

    /** A bare formula has fewer places to confuse two numbers. */
    private static final double FORMULA = 1;

    private static final double RESULT = 3;
    private static final double LITERAL = 3;

    private final Problem problem;
    private final Worked worked;
    private final int answer;
    private final double margin;

    Certainty(Problem problem, Worked worked, int answer, double margin) {
        this.problem = problem;
        this.worked = worked;
        this.answer = answer;
        this.margin = margin;
    }

    /** The numbers to freeze so that all likely readings agree with the first, or null when nothing helps. */
    @Nullable
    Set<Integer> frozen(List<Hypothesis> hypotheses) {
        var best = hypotheses.getFirst();
        var expressions = best.expressions(worked);
        Set<Integer> frozen = new TreeSet<>();
        for (var other : hypotheses) {
            double behind = best.score() - other.score();
            if (behind > margin * LITERAL) {
                break;
            }
            var theirs = other.expressions(worked);
            if (behind > margin * weight(best, other) || agree(best, other, expressions, theirs, frozen)) {
                continue;
            }
            differing(best, other, frozen, false, expressions);
            if (!agree(best, other, expressions, theirs, frozen)) {
                differing(best, other, frozen, true, expressions);
                if (!agree(best, other, expressions, theirs, frozen)) {
                    return null;
                }
            }
        }
        return frozen;
    }

    /** A result is easily taken for a number of the question, a word such as twice even more so. */
    private double weight(Hypothesis best, Hypothesis other) {
        double weight = worked.lines().isEmpty() ? FORMULA : NUMBER;
        for (int i = 0; i < best.choices().size(); i++) {
            for (int k = 0; k < best.choices().get(i).size(); k++) {
                var mine = best.choices().get(i).get(k).expression();
                var theirs = other.choices().get(i).get(k).expression();
                if (!mine.equals(theirs)) {
                    boolean literal = mine.names().isEmpty() || theirs.names().isEmpty();
                    boolean result =
                            mine.print().contains("s") != theirs.print().contains("s");
                    weight = Math.max(weight, literal ? LITERAL : result ? RESULT : weight);
                }
            }
        }
        return weight;
    }

    private static void differing(
            Hypothesis best, Hypothesis other, Set<Integer> frozen, boolean deep, List<Expression> expressions) {
        for (int i = 0; i < best.choices().size(); i++) {
            for (int k = 0; k < best.choices().get(i).size(); k++) {
                var mine = best.choices().get(i).get(k).expression();
                var theirs = other.choices().get(i).get(k).expression();
                if (!mine.equals(theirs)) {
                    freeze(mine, frozen, deep, expressions);
                    freeze(theirs, frozen, deep, expressions);
                }
            }
        }
    }

    private static void freeze(Expression expression, Set<Integer> frozen, boolean deep, List<Expression> expressions) {
        for (var name : expression.names()) {
            int index = Integer.parseInt(name.substring(1));
            if (name.startsWith("q")) {
                frozen.add(index);
            } else if (deep) {
                freeze(expressions.get(index), frozen, true, expressions);
            }
        }
    }

    private boolean agree(
            Hypothesis best, Hypothesis other, List<Expression> some, List<Expression> others, Set<Integer> frozen) {
        boolean swaps = !worked.lines().isEmpty() && best.score() - other.score() <= margin * SWAP;
        var random = new Random(7);
        for (int trial = 0; trial < TRIALS; trial++) {
            var numbers = numbers(random, frozen);
            var mine = answer(some, numbers);
            var theirs = answer(others, numbers);
            if (mine == null || theirs == null || !mine.equals(theirs)) {
                return false;
            }
            if (swaps && !alike(best, other, numbers)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all operands have the same values: equal numbers that are swapped may give the answer and yet a false text. */
    private boolean alike(Hypothesis best, Hypothesis other, Map<String, Rational> numbers) {
        for (int i = 0; i <= answer; i++) {
            for (int k = 0; k < best.choices().get(i).size(); k++) {
                var mine = best.choices().get(i).get(k).expression();
                var theirs = other.choices().get(i).get(k).expression();
                if (!mine.equals(theirs)
                        && named(i, k)
                        && !mine.evaluate(numbers).equals(theirs.evaluate(numbers))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether words tell what an operand is, directly beside it. */
    private boolean named(int equation, int position) {
        var operand = worked.equations().get(equation).operands().get(position);
        return operand.shown()
                && !Mention.of(worked.line(worked.equations().get(equation)), operand.start(), operand.end(), "")
                        .right()
                        .isEmpty();
    }

    private Map<String, Rational> numbers(Random random, Set<Integer> frozen) {
        Map<String, Rational> values = new HashMap<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            boolean fixed = !number.changeable() || frozen.contains(i);
            values.put("q" + i, fixed ? number.value() : Rational.of(random.nextInt(2, 9973)));
        }
        return values;
    }

    private @Nullable Rational answer(List<Expression> steps, Map<String, Rational> numbers) {
        try {
            for (int i = 0; i <= answer; i++) {
                numbers.put("s" + i, steps.get(i).evaluate(numbers));
            }
            return numbers.get("s" + answer);
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
