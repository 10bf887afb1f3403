package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers that a question ties together, as a total and its parts: under other numbers it would contradict itself. */
final class Ties {

    private static final Rational HUNDRED = Rational.of(100);
    private static final Rational LEAST = Rational.of(10);

    private static final Map<String, Pattern> RELATED = Map.of(
            "2",
            Pattern.compile("\\b(?:twice|doubl\\w+|half|halv\\w+)\\b"),
            "3",
            Pattern.compile("\\b(?:thrice|tripl\\w+|thirds?)\\b"),
            "4",
            Pattern.compile("\\b(?:quadrupl\\w+|quarters?|fourths?)\\b"),
            "12",
            Pattern.compile("\\bdozens?\\b"));
    private static final Rational FEW = Rational.of(8);
    private static final Pattern THE = Pattern.compile("(?i)\\b(?:the|these|those|all)\\s$");

    private static final Pattern OF_THEM =
            Pattern.compile("(?i) (?:of (?:them|these|those|the|her|his|their)|others?)\\b");
    private static final Pattern OTHER = Pattern.compile("(?i)\\b(?:other|rest|remaining)\\s(?:of the )?\\$?$");

    private Ties() {}

    /** Whether another number says the same: the same value of the same thing. */
    static boolean same(Problem problem, int variable, int number) {
        var some = problem.numbers.get(variable);
        var other = problem.numbers.get(number);
        return variable != number
                && some.value().equals(other.value())
                && some.percent() == other.percent()
                && some.money() == other.money()
                && other.plain()
                && problem.alike(variable, number);
    }

    /** The variables that must not change. */
    static Set<Integer> of(Problem problem, Worked worked, Reading reading) {
        Set<Integer> tied = new TreeSet<>();
        List<Integer> variables = new ArrayList<>(reading.variables());
        unused(problem, reading, variables, tied);
        percents(problem, variables, tied);
        variables.stream()
                .filter(variable -> counts(problem, variable) || relates(problem, variable))
                .forEach(tied::add);
        squares(worked, reading, tied);
        if (!worked.lines().isEmpty()) {
            tied.addAll(Totals.of(problem, worked, reading));
            tied.addAll(Counts.of(problem, worked, reading));
            tied.addAll(Listed.of(problem, reading));
            rests(problem, variables, tied);
            tied.addAll(Strangers.of(problem, worked, reading));
        }
        boolean formula = worked.lines().isEmpty();
        var used = IntStream.range(0, problem.numbers.size())
                .filter(number -> formula ? variables.contains(number) : reading.used(number))
                .boxed()
                .toList();
        for (int total : used) {
            for (int some : used) {
                for (int other : used) {
                    boolean changes =
                            variables.contains(total) || variables.contains(some) || variables.contains(other);
                    if (some < other && total != some && total != other && changes) {
                        three(problem, total, some, other, formula, tied);
                    }
                }
            }
        }
        return tied;
    }

    /** A number that is said again without use, of another thing: it may be the same by more than chance. */
    private static void unused(Problem problem, Reading reading, List<Integer> variables, Set<Integer> tied) {
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (!number.changeable() || number.value().equals(Rational.ONE) || reading.mention(i, problem) >= 0) {
                continue;
            }
            for (int variable : variables) {
                if (problem.numbers.get(variable).value().equals(number.value())) {
                    tied.add(variable);
                }
            }
        }
    }

    /** A two beside "twice": which of them a solution means cannot be told for certain. */
    private static boolean relates(Problem problem, int variable) {
        var pattern = RELATED.get(problem.numbers.get(variable).value().toString());
        return pattern != null && pattern.matcher(problem.lower).find();
    }

    /** A small number said of things the story has named, as in "the three": it counts them. */
    private static boolean counts(Problem problem, int variable) {
        var number = problem.numbers.get(variable);
        return number.plain()
                && number.value().isWhole()
                && number.value().compareTo(FEW) <= 0
                && THE.matcher(problem.text.substring(0, number.start())).find();
    }

    /** In a product of two equal numbers, one read as a constant, the other may be as well. */
    private static void squares(Worked worked, Reading reading, Set<Integer> tied) {
        for (int i = 0; i < worked.equations().size(); i++) {
            var operands = worked.equations().get(i).operands();
            for (int k = 0; k + 1 < operands.size(); k++) {
                var some = reading.choices().get(i).get(k).expression();
                var other = reading.choices().get(i).get(k + 1).expression();
                if (operands.get(k).value().equals(operands.get(k + 1).value())
                        && some.names().isEmpty() != other.names().isEmpty()) {
                    for (var name : some.names().isEmpty() ? other.names() : some.names()) {
                        if (name.startsWith("q")) {
                            tied.add(Integer.parseInt(name.substring(1)));
                        }
                    }
                }
            }
        }
    }

    private static void percents(Problem problem, List<Integer> variables, Set<Integer> tied) {
        var percents =
                variables.stream().filter(i -> problem.numbers.get(i).percent()).toList();
        var sum = percents.stream().map(i -> problem.numbers.get(i).value()).reduce(Rational.ZERO, Rational::plus);
        if (percents.size() > 1 && sum.equals(HUNDRED)) {
            tied.addAll(percents);
        }
    }

    private static void three(Problem problem, int total, int some, int other, boolean formula, Set<Integer> tied) {
        var whole = problem.numbers.get(total).value();
        var a = problem.numbers.get(some).value();
        var b = problem.numbers.get(other).value();
        if (!formula
                && whole.equals(a.plus(b))
                && people(problem, total)
                && people(problem, some)
                && people(problem, other)) {
            tied.addAll(List.of(total, some, other));
        }
        if (!formula && whole.equals(a.plus(b)) && alike(problem, total, some, other)) {
            tied.addAll(List.of(total, some, other));
        }
        if (whole.compareTo(LEAST) < 0 || a.compareTo(Rational.ONE) <= 0 || b.compareTo(Rational.ONE) <= 0) {
            return;
        }
        var sentence =
                Sentences.around(problem.sentences, problem.numbers.get(total).start());
        boolean together = sentence.holds(problem.numbers.get(some).start())
                && sentence.holds(problem.numbers.get(other).start());
        boolean parts = !formula && whole.equals(a.plus(b)) && (part(problem, some) || part(problem, other));
        if (parts || (together && (whole.equals(a.plus(b)) || whole.equals(a.times(b))))) {
            tied.addAll(List.of(total, some, other));
        }
    }

    /** Whether three numbers count the same thing: the 4 first and the 2 last of 6 months. */
    private static boolean alike(Problem problem, int... numbers) {
        return IntStream.of(numbers)
                .allMatch(number -> problem.numbers.get(number).count() && problem.alike(number, numbers[0]));
    }

    private static boolean people(Problem problem, int index) {
        return problem.right(index).stream().limit(2).anyMatch(Bounds.PEOPLE::contains);
    }

    /** "The remaining 13 pupils" are what others leave of a class: neither they nor the others may change alone. */
    private static void rests(Problem problem, List<Integer> variables, Set<Integer> tied) {
        for (int rest : variables) {
            var number = problem.numbers.get(rest);
            if (number.count()
                    && OTHER.matcher(problem.text.substring(0, number.start())).find()) {
                variables.stream()
                        .filter(variable -> problem.numbers.get(variable).count() && problem.alike(variable, rest))
                        .forEach(tied::add);
            }
        }
    }

    /** Whether a number counts some of what the story has counted before: "4 of them", "the other 5". */
    static boolean part(Problem problem, int index) {
        var number = problem.numbers.get(index);
        return OF_THEM.matcher(problem.text)
                        .region(number.end(), problem.text.length())
                        .lookingAt()
                || OTHER.matcher(problem.text.substring(0, number.start())).find();
    }
}
