package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a number in the prose of a solution stands for. One that a computation of its own line uses or gives is that
 * operand or result; any other is an earlier result or a number of the question, whichever the words around it fit.
 */
final class ProseNumbers {

    private static final double OWN_RESULT = 2.5;
    private static final double OWN_OPERAND = 1.8;
    private static final double EARLIER_RESULT = 0.8;
    private static final double FIXED = 0.4;

    /** Words after which a number only says which one is meant. */
    private static final Pattern LABEL = Pattern.compile(
            "(?i)\\b(?:year|day|week|month|hour|minute|round|step|group|number|game|test|trip|bus|row|box|level|option|case|equation) #?$");

    /** Between a result and the computation that gives it. */
    private static final Pattern REASON = Pattern.compile("\\b(?:because|since|as)\\b");

    /** A line of a numbered list begins like this. */
    private static final Pattern LISTED = Pattern.compile("\\d{1,2}[.)] ");

    /** What follows an equals sign depends on what stands before it. */
    private static final Pattern RESULT = Pattern.compile("=\\s*[$€£(]?(?:\\d+ ?/ ?)?$");

    /** How a text may write what a percentage of the question takes or leaves. */
    private static final List<Expression> PERCENTS = Stream.of(
                    "q / 100", "100 - q", "(100 - q) / 100", "(100 + q) / 100")
            .map(Expression::parse)
            .toList();

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Unchanging unchanging;
    private final Map<String, Rational> values = new HashMap<>();

    ProseNumbers(Problem problem, Worked worked, Reading reading) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        unchanging = new Unchanging(problem, worked, reading);
        reading.variables()
                .forEach(i -> values.put("q" + i, problem.numbers.get(i).value()));
        reading.steps()
                .keySet()
                .forEach(i -> values.put("s" + i, worked.equations().get(i).result()));
    }

    /**
     * An expression over internal names, a literal where the number cannot change, or null where that is not known.
     *
     * @param own the computations of the line
     * @param algebra whether the line computes with an unknown: its numbers are coefficients then
     */
    @Nullable
    Expression of(TextNumber number, int index, List<Integer> own, boolean algebra) {
        if (number.start() == 0 && LISTED.matcher(worked.lines().get(index)).lookingAt()) {
            return new Expression.Literal(number.value());
        }
        for (int i : own) {
            var equation = worked.equations().get(i);
            if (equation.resultStart() >= 0 && number.overlaps(equation.resultStart(), equation.resultEnd())) {
                return new Matches(number, values).shown(reading.aliases().get(i));
            }
            for (int k = 0; k < equation.operands().size(); k++) {
                var operand = equation.operands().get(k);
                if (operand.shown() && number.overlaps(operand.start(), operand.end())) {
                    return new Matches(number, values).shown(reading.operand(i, k, problem));
                }
            }
        }
        if (number.form() == Form.FIXED
                && !RESULT.matcher(worked.lines().get(index).substring(0, number.start()))
                        .find()
                && (number.value().equals(Rational.ONE) || unchanging.worded(number.value()))) {
            return new Expression.Literal(number.value());
        }
        return algebra ? null : byValue(number, index, own);
    }

    private @Nullable Expression byValue(TextNumber number, int index, List<Integer> own) {
        var line = worked.lines().get(index);
        var before = line.substring(0, number.start());
        var matches = new Matches(number, values);
        others(number, index, matches);
        own.forEach(i -> own(i, number, line, matches));
        boolean result = RESULT.matcher(before).find();
        var literal = new Expression.Literal(number.value());
        if (!result && unchanging.known(number, line)) {
            matches.add(literal, FIXED);
        }
        boolean wording = number.form() == Form.FIXED;
        if (wording && !number.value().isWhole()) {
            return null;
        }
        if (!result && (wording || LABEL.matcher(before).find())) {
            matches.add(literal, 1);
        }
        return !result && matches.isEmpty() && unchanging.counted(number.value(), line, own) ? literal : matches.best();
    }

    /** The numbers of the question and the results of the lines before. */
    private void others(TextNumber number, int index, Matches matches) {
        var line = worked.lines().get(index);
        var mention = Mention.of(line, number.start(), number.end(), line);
        for (int variable : reading.variables()) {
            var name = new Expression.Name("q" + variable);
            double likeness = problem.likeness(variable, mention);
            matches.add(name, likeness + kind(variable, number));
            if (problem.numbers.get(variable).percent()) {
                PERCENTS.forEach(form -> matches.add(form.replace(_ -> name), likeness - 0.5));
            }
        }
        for (int step : reading.steps().keySet()) {
            if (worked.equations().get(step).line() < index) {
                matches.add(new Expression.Name("s" + step), EARLIER_RESULT + likeness(step, mention));
            }
        }
    }

    /** The operands and the result of a computation of the line. */
    private void own(int index, TextNumber number, String line, Matches matches) {
        var equation = worked.equations().get(index);
        boolean reasoned = equation.start() > number.end()
                && REASON.matcher(line.substring(number.end(), equation.start()))
                        .find();
        matches.add(reading.aliases().get(index), reasoned ? OWN_RESULT + 2 : OWN_RESULT);
        var mention = Mention.of(line, number.start(), number.end(), line);
        for (int k = 0; k < equation.operands().size(); k++) {
            var expression = reading.operand(index, k, problem);
            double more = reading.choices().get(index).get(k).expression() instanceof Expression.Name(String name)
                            && name.startsWith("q")
                    ? problem.likeness(Integer.parseInt(name.substring(1)), mention)
                    : 0;
            matches.add(expression, OWN_OPERAND + more);
        }
    }

    /** Money is no count and a percentage is neither. */
    private double kind(int variable, TextNumber number) {
        var other = problem.numbers.get(variable);
        return (other.money() == number.money() ? 0 : -0.3) + (other.percent() == number.percent() ? 0 : -1);
    }

    private double likeness(int step, Mention mention) {
        var equation = worked.equations().get(step);
        var line = worked.line(equation);
        int end = Math.clamp(Math.max(equation.resultEnd(), equation.at()), 0, line.length());
        return Problem.common(mention.right(), Words.first(Words.stems(line.substring(end)), 3));
    }
}
