package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What takes the place of the numbers and computations of a line, and whether it is right for other numbers. */
final class Replacements {

    private static final Pattern OPERATOR = Pattern.compile("[-+*/x×÷−–]|times");
    /** The beginning of a computation that is annotated in another form. */
    private static final Pattern HIDDEN =
            Pattern.compile("(?:\\(|(?<![\\w.,])\\$?[\\d.,]*\\d(?: ?%)?\\)?\\s*[-+*/x×÷]\\s*)*\\$?$");

    private static final Pattern BREAK = Pattern.compile(
            "[.;:?!=](?:\\s|$)|\\b(?:is|are|so|because|since|then|if|that|who|which)\\b|(?:[A-Za-z'’]+\\s+){5,}");

    private static final Map<Pattern, Rational> RELATIONS = Map.of(
            Pattern.compile("(?i)\\b(?:twice|doubl(?:e|es|ed|ing))\\b"), Rational.of(2),
            Pattern.compile("(?i)\\b(?:thrice|tripl(?:e|es|ed|ing))\\b"), Rational.of(3),
            Pattern.compile("(?i)\\bquadrupl(?:e|es|ed|ing)\\b"), Rational.of(4),
            Pattern.compile("(?i)\\b(?:half|halves|halved|halving)\\b"), Rational.of(50),
            Pattern.compile("(?i)\\bdozens?\\b"), Rational.of(12));

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final ProseNumbers numbers;
    private final Unchanging unchanging;
    private final Formulas formulas;
    private final Trial trial;

    Replacements(Problem problem, Worked worked, Reading reading, Formulas formulas) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.formulas = formulas;
        trial = new Trial(problem, reading);
        numbers = new ProseNumbers(problem, worked, reading);
        unchanging = new Unchanging(problem, worked, reading);
    }

    /** Of the numbers of a line; without a text where one is not known. */
    List<Replacement> numbers(int index, List<Integer> own, boolean algebra) {
        var line = worked.lines().get(index);
        List<Replacement> parts = new ArrayList<>();
        for (var number : TextNumbers.ofSolution(line)) {
            var expression = numbers.of(number, index, own, algebra);
            var text = expression == null
                    ? ""
                    : expression instanceof Expression.Literal
                            ? line.substring(number.start(), number.end())
                            : formulas.placeholder(expression);
            parts.add(new Replacement(
                    number.start(),
                    number.end(),
                    text,
                    expression,
                    expression == null ? Set.of() : Formulas.steps(expression)));
        }
        RELATIONS.forEach((word, value) -> word.matcher(line).results().forEach(match -> {
            if (changes(value)) {
                parts.add(new Replacement(match.start(), match.end(), "", Set.of()));
            }
        }));
        return parts;
    }

    /** Whether a word like "twice" stands for a number of the question that may change. */
    private boolean changes(Rational value) {
        return !unchanging.worded(value)
                && reading.variables().stream()
                        .map(i -> problem.numbers.get(i))
                        .anyMatch(number ->
                                number.value().equals(value) && number.percent() == value.equals(Rational.of(50)));
    }

    /** Puts a formula in the place of a computation whose operands the line does not all show. */
    void computation(int index, int equation, List<Replacement> parts) {
        var shown = worked.equations().get(equation);
        var line = worked.lines().get(index);
        var step = formulas.step(equation);
        if (step == null || shown.resultStart() < 0 || shown.start() >= shown.resultStart()) {
            return;
        }
        var hidden = HIDDEN.matcher(line.substring(0, shown.start()));
        int from = hidden.find() ? hidden.start() : shown.start();
        var text = line.substring(from, shown.resultStart());
        if (!OPERATOR.matcher(text).find()
                || BREAK.matcher(text.replaceAll("[\\s=$€£]+$", "")).find()) {
            return;
        }
        parts.removeIf(part -> part.start() < shown.resultEnd() && part.end() > from);
        var uses = new HashSet<>(formulas.operands(step));
        uses.add(step);
        parts.add(new Replacement(from, shown.resultEnd(), formulas.computation(equation, step), uses));
    }

    /** Whether each computation that the words show is right for other numbers as well. */
    boolean hold(int index, int start, int end, List<Replacement> parts) {
        return Prose.equations(index, worked.lines().get(index)).stream()
                .filter(equation -> equation.start() >= start && equation.resultEnd() <= end)
                .filter(equation -> parts.stream()
                        .noneMatch(part -> part.number() == null
                                && part.start() < equation.resultEnd()
                                && part.end() > equation.start()))
                .allMatch(equation -> trial.holds(
                        equation.bind(equation.operands().stream()
                                .map(operand -> number(operand.start(), operand.value(), parts))
                                .toList()),
                        number(equation.resultStart(), equation.result(), parts)));
    }

    private static Expression number(int start, Rational value, List<Replacement> parts) {
        for (var part : parts) {
            if (part.start() == start && part.number() != null) {
                return part.number();
            }
        }
        return new Expression.Literal(value);
    }
}
