package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The reading that was settled on, in internal names.
 *
 * @param choices the candidates of the operands
 * @param steps the live steps: equation index to expression; a repeated or trivial equation has none
 * @param aliases what the result of each equation stands for: a step, a number or a literal
 * @param variables the numbers of the question that may change and are used
 * @param answer equation index of the answer
 */
record Reading(
        List<List<Candidate>> choices,
        Map<Integer, Expression> steps,
        List<Expression> aliases,
        Set<Integer> variables,
        int answer) {

    /** Drops repetitions and what the answer does not need. */
    static Reading of(Problem problem, Worked worked, Hypothesis hypothesis, Set<Integer> frozen, int answer) {
        List<Expression> aliases = new ArrayList<>();
        Map<Integer, Expression> all = new TreeMap<>();
        var expressions = hypothesis.expressions(worked);
        for (int i = 0; i < expressions.size(); i++) {
            var expression = expressions.get(i).replace(name -> resolve(name, problem, frozen, aliases));
            var same = all.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(expression))
                    .findFirst();
            boolean trivial = expression instanceof Expression.Name || expression instanceof Expression.Literal;
            if (trivial) {
                aliases.add(expression);
            } else if (same.isPresent()) {
                aliases.add(new Expression.Name("s" + same.get().getKey()));
            } else {
                all.put(i, expression);
                aliases.add(new Expression.Name("s" + i));
            }
        }
        Map<Integer, Expression> live = new TreeMap<>();
        Set<Integer> variables = new TreeSet<>();
        keep(aliases.get(answer), all, live, variables);
        int last = aliases.get(answer) instanceof Expression.Name(String name) && name.startsWith("s")
                ? Integer.parseInt(name.substring(1))
                : -1;
        return new Reading(hypothesis.choices(), live, aliases, variables, last);
    }

    private static Expression resolve(String name, Problem problem, Set<Integer> frozen, List<Expression> aliases) {
        int index = Integer.parseInt(name.substring(1));
        if (name.startsWith("s")) {
            return aliases.get(index);
        }
        return frozen.contains(index)
                ? new Expression.Literal(problem.numbers.get(index).value())
                : new Expression.Name(name);
    }

    private static void keep(
            Expression expression,
            Map<Integer, Expression> all,
            Map<Integer, Expression> live,
            Set<Integer> variables) {
        for (var name : expression.names()) {
            int index = Integer.parseInt(name.substring(1));
            if (name.startsWith("q")) {
                variables.add(index);
            } else if (!live.containsKey(index)) {
                var step = all.get(index);
                if (step == null) {
                    throw new IllegalStateException("no step " + name);
                }
                live.put(index, step);
                keep(step, all, live, variables);
            }
        }
    }

    /** The variable that a number of the question mentions, or -1. */
    int mention(int number, Problem problem) {
        int original = problem.original(number);
        if (variables.contains(original)) {
            return original;
        }
        if (!problem.numbers.get(number).changeable() || used(original)) {
            return -1;
        }
        for (int variable : variables) {
            if (Ties.same(problem, variable, number)) {
                return variable;
            }
        }
        return -1;
    }

    /** The numbers without any use, and without a double that has one. */
    Set<Integer> distractors(Problem problem, Worked worked) {
        Set<Integer> distractors = new TreeSet<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var value = problem.numbers.get(i).value();
            int number = i;
            boolean twin = variables.stream()
                            .anyMatch(variable ->
                                    problem.numbers.get(variable).value().equals(value))
                    || worked.equations().stream()
                            .anyMatch(equation -> equation.result().equals(value))
                    || IntStream.range(0, problem.numbers.size())
                            .anyMatch(other -> other != number
                                    && problem.numbers.get(other).value().equals(value));
            if (problem.numbers.get(i).changeable() && problem.original(i) == i && !used(i) && !twin) {
                distractors.add(i);
            }
        }
        return distractors;
    }

    /** Whether the solution computes with it, even if it does not change. */
    boolean used(int number) {
        return choices.stream()
                .flatMap(List::stream)
                .anyMatch(choice -> choice.expression().names().contains("q" + number));
    }

    /** What an operand stands for, after aliases; a frozen number is its literal. */
    Expression operand(int equation, int position, Problem problem) {
        return choices.get(equation).get(position).expression().replace(name -> {
            int index = Integer.parseInt(name.substring(1));
            if (name.startsWith("s")) {
                return aliases.get(index);
            }
            return variables.contains(index)
                    ? null
                    : new Expression.Literal(problem.numbers.get(index).value());
        });
    }
}
