package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Numbers that count what the story or the solution goes through one by one: "the last three" of four, the terms of an average. */
final class Counts {

    private static final List<String> ORDINALS = List.of(
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth");
    private static final int FIRST_ORDINAL = 4;
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(?:(\\d+)(?:st|nd|rd|th)|(?<!one[- ])(" + String.join("|", ORDINALS) + "))\\b");
    /** The first ones are often said of what nobody counts, so the noun has to be the same. */
    private static final Pattern EARLY = Pattern.compile("\\b(second|third)\\s([a-z]+)");

    private static final Pattern SOME_OF = Pattern.compile("(?i)\\b(?:first|last|other|next|remaining|previous)\\s$");
    private static final Pattern OF_THEM =
            Pattern.compile("(?i)^ (?:of (?:them|these|those|the)|others?|remaining)\\b");

    private static final Rational PAIR = Rational.of(2);

    private Counts() {}

    static Set<Integer> of(Problem problem, Worked worked, Reading reading) {
        Set<Integer> tied = new TreeSet<>();
        ordinals(problem, reading, tied);
        early(problem, reading, tied);
        neighbours(problem, reading, tied);
        averages(worked, reading, tied);
        terms(problem, reading, tied);
        named(problem, reading, tied);
        return tied;
    }

    /** The tenth pupil is the last of ten, or comes after nine. */
    private static void ordinals(Problem problem, Reading reading, Set<Integer> tied) {
        var matcher = ORDINAL.matcher(problem.lower);
        while (matcher.find()) {
            var digits = matcher.group(1);
            var value = digits != null
                    ? Rational.parse(digits)
                    : Rational.of(
                            FIRST_ORDINAL + ORDINALS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)));
            for (int variable : reading.variables()) {
                var number = problem.numbers.get(variable);
                var before = value.minus(number.value());
                if (number.count() && (before.signum() == 0 || before.equals(Rational.ONE))) {
                    tied.add(variable);
                }
            }
        }
    }

    private static void early(Problem problem, Reading reading, Set<Integer> tied) {
        EARLY.matcher(problem.lower).results().forEach(ordinal -> {
            var value = Rational.of(ordinal.group(1).equals("second") ? 2 : 3);
            var noun = Words.stem(ordinal.group(2));
            for (int variable : reading.variables()) {
                var number = problem.numbers.get(variable);
                if (number.count()
                        && number.value().equals(value)
                        && problem.right(variable).stream().limit(1).anyMatch(noun::equals)) {
                    tied.add(variable);
                }
            }
        });
    }

    private static void neighbours(Problem problem, Reading reading, Set<Integer> tied) {
        for (int some : reading.variables()) {
            var number = problem.numbers.get(some);
            boolean part = SOME_OF.matcher(problem.text.substring(0, number.start()))
                            .find()
                    || OF_THEM.matcher(problem.text.substring(number.end())).find();
            for (int other = 0; part && other < problem.numbers.size(); other++) {
                var whole = problem.numbers.get(other);
                if (number.count()
                        && whole.count()
                        && whole.value().minus(number.value()).equals(Rational.ONE)) {
                    tied.add(some);
                    if (reading.variables().contains(other)) {
                        tied.add(other);
                    }
                }
            }
        }
    }

    /** What divides a sum of as many terms counts them. */
    private static void averages(Worked worked, Reading reading, Set<Integer> tied) {
        reading.steps()
                .forEach((index, expression) -> expression.walk(part -> {
                    if (part
                                    instanceof
                                    Expression.Operation(
                                            String operator,
                                            Expression sum,
                                            Expression.Name(String divisor))
                            && operator.equals("/")
                            && divisor.startsWith("q")) {
                        int terms = terms(sum, reading.steps());
                        int variable = Integer.parseInt(divisor.substring(1));
                        if (terms > 1
                                && worked.equations().get(index).operands().stream()
                                        .anyMatch(operand -> operand.value().equals(Rational.of(terms)))) {
                            tied.add(variable);
                        }
                    }
                }));
    }

    /** A sum of as many terms may list what a number counts, one by one. */
    private static void terms(Problem problem, Reading reading, Set<Integer> tied) {
        reading.steps().values().forEach(expression -> {
            var terms = Rational.of(terms(expression, Map.of()));
            for (int variable : reading.variables()) {
                var number = problem.numbers.get(variable);
                if (number.count()
                        && terms.compareTo(PAIR) > 0
                        && number.value().equals(terms)) {
                    tied.add(variable);
                }
            }
        });
    }

    /** The three friends have names, or are one fewer than the names. */
    private static void named(Problem problem, Reading reading, Set<Integer> tied) {
        int names = Counted.names(problem);
        for (int variable : reading.variables()) {
            var number = problem.numbers.get(variable);
            boolean as =
                    number.value().equals(Rational.of(names)) || number.value().equals(Rational.of(names - 1));
            if (number.plain()
                    && as
                    && names > 1
                    && problem.right(variable).stream().limit(2).anyMatch(Bounds.PEOPLE::contains)) {
                tied.add(variable);
            }
        }
    }

    private static int terms(Expression expression, Map<Integer, Expression> steps) {
        if (expression instanceof Expression.Name(String name) && name.startsWith("s")) {
            var step = steps.get(Integer.parseInt(name.substring(1)));
            return step == null ? 1 : terms(step, steps);
        }
        return expression instanceof Expression.Operation(String operator, Expression left, Expression right)
                        && operator.equals("+")
                ? terms(left, steps) + terms(right, steps)
                : 1;
    }
}
