package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Small numbers that a solution mentions with words that the question does not use of them: "4 times a day" beside a
 * question of 4 weeks. They may be equal by chance.
 */
final class Strangers {

    private static final Rational MOST = Rational.of(12);
    private static final int REACH = 2;

    /** What goes through as many events, and what only a multiplication says. */
    private static final Pattern TIMES = Pattern.compile("(?i)^ times\\b(?! (?:a|an|per|each|every)\\b)");

    private static final Pattern UNIT = Pattern.compile("^[ -]([a-z]+)(?: ([a-z]+))?", Pattern.CASE_INSENSITIVE);

    /** What passes without being counted in the question. */
    private static final Set<String> TIME =
            Set.copyOf(Words.stems("times days weeks months trips ways visits people persons men women"));

    private static final Set<String> GENERAL = Set.copyOf(
            Words.stems(
                    "more less fewer per each equal total another other is gives equals left remaining"
                            + " years year old percent multiplied divided plus minus added subtract both find get every extra additional"));

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;

    private Strangers(Problem problem, Worked worked, Reading reading) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
    }

    /** The variables that a solution may mean otherwise. */
    static Set<Integer> of(Problem problem, Worked worked, Reading reading) {
        var strangers = new Strangers(problem, worked, reading);
        Set<Integer> found = new TreeSet<>();
        for (int line = 0; line < worked.lines().size(); line++) {
            for (var number : TextNumbers.ofSolution(worked.lines().get(line))) {
                strangers.mention(line, number, found);
            }
        }
        return found;
    }

    private void mention(int line, TextNumber number, Set<Integer> found) {
        var text = worked.lines().get(line).substring(number.end());
        var unit = UNIT.matcher(text);
        boolean other =
                number.percent() || number.money() || TIMES.matcher(text).find() || !unit.find();
        if (other || result(line, number)) {
            return;
        }
        var words = Words.first(Words.stems(unit.group()), REACH);
        if (words.isEmpty() || GENERAL.contains(words.getFirst())) {
            return;
        }
        if (operand(line, number) && !TIME.contains(words.getFirst())) {
            return;
        }
        for (int variable : reading.variables()) {
            var said = problem.numbers.get(variable);
            boolean same = said.value().equals(number.value()) && said.value().compareTo(MOST) <= 0;
            if (same && said.count() && foreign(variable, words)) {
                found.add(variable);
            }
        }
    }

    private boolean foreign(int variable, List<String> words) {
        var value = problem.numbers.get(variable).value();
        return IntStream.range(0, problem.numbers.size())
                .filter(number -> problem.numbers.get(number).value().equals(value))
                .noneMatch(number -> words.stream().anyMatch(word -> near(number, word)));
    }

    /** Whether a computation of the line uses its value: other words for the same thing are common there. */
    private boolean operand(int line, TextNumber number) {
        return worked.equations().stream()
                .filter(equation -> equation.line() == line)
                .flatMap(equation -> equation.operands().stream())
                .anyMatch(operand -> operand.value().equals(number.value()));
    }

    private boolean near(int number, String word) {
        return problem.right(number).contains(word) || problem.left(number).contains(word);
    }

    /** Whether a computation of the line gives it. */
    private boolean result(int line, TextNumber number) {
        return worked.equations().stream()
                .anyMatch(equation -> equation.result().equals(number.value()) && (equation.line() <= line));
    }
}
