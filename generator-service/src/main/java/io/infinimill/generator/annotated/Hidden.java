package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a constant that little explains, while numbers of the question that have no use would give it. */
final class Hidden {

    private static final Rational LEAST = Rational.ONE;

    private static final Pattern ROUNDED = Pattern.compile("(\\d+) ?[/÷] ?(\\d+) ?= ?(\\d+)\\b(?!\\.\\d| ?/)");

    private static final Map<Pattern, Rational> RELATIONS = Map.of(
            Pattern.compile("\\b(?:twice|doubl\\w+)\\b"),
            Rational.of(2),
            Pattern.compile("\\b(?:thrice|tripl\\w+)\\b"),
            Rational.of(3),
            Pattern.compile("\\bhalf\\b"),
            Rational.ONE.dividedBy(Rational.of(2)));

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
            var equation = worked.equations().get(step);
            var operands = equation.operands();
            for (int k = 0; k < operands.size(); k++) {
                var choice = reading.choices().get(step).get(k);
                var value = operands.get(k).value();
                if (choice.constant() == null || value.compareTo(LEAST) < 0) {
                    continue;
                }
                boolean weak = choice.score() < 0;
                boolean many = value.compareTo(Rational.ONE) > 0;
                if ((weak && given(value, problem, unused, all))
                        || (weak && many && equation.addend(k) && related(value, problem, all))
                        || (many && divided(value, worked))
                        || between(value, problem, unused, all)) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Whether it is twice or half a number of the question, and the question says so. */
    private static boolean related(Rational value, Problem problem, List<Integer> all) {
        return RELATIONS.entrySet().stream()
                .filter(relation -> relation.getKey().matcher(problem.lower).find())
                .anyMatch(relation -> all.stream()
                        .anyMatch(number -> problem.numbers
                                .get(number)
                                .value()
                                .times(relation.getValue())
                                .equals(value)));
    }

    /** Whether the solution divides in its prose and rounds: "13 / 6 = 2 full cycles". */
    private static boolean divided(Rational value, Worked worked) {
        return worked.lines().stream()
                .flatMap(line -> ROUNDED.matcher(line).results())
                .anyMatch(division -> value.toString().equals(division.group(3))
                        && !division.group(2).matches("0+")
                        && !Rational.parse(division.group(1))
                                .dividedBy(Rational.parse(division.group(2)))
                                .equals(value));
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
                if (one != two && problem.alike(one, two) && difference.equals(value)) {
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
