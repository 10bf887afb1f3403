package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a number in the prose of a solution stands for. One that a computation of its own line uses or gives is that
 * operand or result; any other is an earlier result or a number of the question, whichever the words around it fit.
 */
final class ProseNumbers {

    private static final Rational HUNDRED = Rational.of(100);
    private static final double MARGIN = 0.8;
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

    private static final int MOST_COUNTED = 9;

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Map<String, Rational> values = new HashMap<>();

    ProseNumbers(Problem problem, Worked worked, Reading reading) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
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
                return shown(reading.aliases().get(i), number);
            }
            for (int k = 0; k < equation.operands().size(); k++) {
                var operand = equation.operands().get(k);
                if (operand.shown() && number.overlaps(operand.start(), operand.end())) {
                    return shown(reading.operand(i, k, problem), number);
                }
            }
        }
        if (number.form() == Form.FIXED
                && !RESULT.matcher(worked.lines().get(index).substring(0, number.start()))
                        .find()
                && (number.value().equals(Rational.ONE) || worded(number.value()))) {
            return new Expression.Literal(number.value());
        }
        return algebra ? null : byValue(number, index, own);
    }

    /** Whether the question words a number that cannot change like this. */
    boolean worded(Rational value) {
        return problem.numbers.stream()
                .anyMatch(other -> !other.changeable() && other.value().equals(value));
    }

    /** The number as the text shows it: {@code 20} for a fifth where a percent sign follows. */
    private @Nullable Expression shown(Expression some, TextNumber number) {
        var expression = some.names().isEmpty() ? new Expression.Literal(some.evaluate(values)) : some;
        if (expression instanceof Expression.Literal(Rational value)) {
            return value.equals(number.value())
                            || (number.percent() && value.times(HUNDRED).equals(number.value()))
                    ? new Expression.Literal(number.value())
                    : null;
        }
        if (!values.keySet().containsAll(expression.names()) || !sayable(expression)) {
            return null;
        }
        var value = expression.evaluate(values);
        if (value.equals(number.value())) {
            return expression;
        }
        if (!number.percent() || !value.times(HUNDRED).equals(number.value())) {
            return null;
        }
        return expression instanceof Expression.Operation(String operator, Expression left, Expression right)
                        && operator.equals("/")
                        && right.equals(new Expression.Literal(HUNDRED))
                ? left
                : new Expression.Operation("*", expression, new Expression.Literal(HUNDRED));
    }

    /** Whether a reader sees at once where the value comes from, and its decimals end. */
    private static boolean sayable(Expression expression) {
        if (expression.names().size() > 1) {
            return false;
        }
        boolean[] sayable = {true};
        expression.walk(part -> {
            if (part instanceof Expression.Call) {
                sayable[0] = false;
            }
            if (part instanceof Expression.Operation(String operator, Expression _, Expression right)
                    && !(operator.equals("+") || operator.equals("-") || operator.equals("*"))) {
                sayable[0] &= operator.equals("/")
                        && right instanceof Expression.Literal(Rational divisor)
                        && divisor.signum() != 0
                        && Rational.ONE.dividedBy(divisor).terminates();
            }
        });
        return sayable[0];
    }

    private @Nullable Expression byValue(TextNumber number, int index, List<Integer> own) {
        var line = worked.lines().get(index);
        var mention = Mention.of(line, number.start(), number.end(), line);
        Map<Expression, Double> matches = new LinkedHashMap<>();
        for (int variable : reading.variables()) {
            match(
                    new Expression.Name("q" + variable),
                    number,
                    problem.likeness(variable, mention) + kind(variable, number),
                    matches);
            if (problem.numbers.get(variable).percent()) {
                for (var form : List.of("q / 100", "100 - q", "(100 - q) / 100", "(100 + q) / 100")) {
                    match(
                            Expression.parse(form).replace(_ -> new Expression.Name("q" + variable)),
                            number,
                            problem.likeness(variable, mention) - 0.5,
                            matches);
                }
            }
        }
        for (int step : reading.steps().keySet()) {
            if (worked.equations().get(step).line() < index) {
                match(new Expression.Name("s" + step), number, EARLIER_RESULT + likeness(step, mention), matches);
            }
        }
        for (int i : own) {
            boolean reasoned = worked.equations().get(i).start() > number.end()
                    && REASON.matcher(line.substring(
                                    number.end(), worked.equations().get(i).start()))
                            .find();
            match(reading.aliases().get(i), number, reasoned ? OWN_RESULT + 2 : OWN_RESULT, matches);
            for (int k = 0; k < worked.equations().get(i).operands().size(); k++) {
                var expression = reading.operand(i, k, problem);
                double more = 0;
                if (expression instanceof Expression.Name(String name) && name.startsWith("q")) {
                    more = problem.likeness(Integer.parseInt(name.substring(1)), mention);
                }
                match(expression, number, OWN_OPERAND + more, matches);
            }
        }
        boolean result = RESULT.matcher(line.substring(0, number.start())).find();
        if (!result && fixed(number, line)) {
            match(new Expression.Literal(number.value()), number, FIXED, matches);
        }
        boolean fixed = number.form() == Form.FIXED;
        if (fixed && !number.value().isWhole()) {
            return null;
        }
        if (result) {
            return best(matches);
        }
        if (fixed || LABEL.matcher(line.substring(0, number.start())).find()) {
            match(new Expression.Literal(number.value()), number, 1, matches);
        }
        if (matches.isEmpty()) {
            return counted(number.value(), line, own) ? new Expression.Literal(number.value()) : null;
        }
        return best(matches);
    }

    private static @Nullable Expression best(Map<Expression, Double> matches) {
        if (matches.isEmpty()) {
            return null;
        }
        var sorted = matches.entrySet().stream()
                .sorted(Map.Entry.<Expression, Double>comparingByValue().reversed())
                .toList();
        double rival = sorted.size() > 1 ? sorted.get(1).getValue() : -MARGIN;
        return sorted.getFirst().getValue() - rival >= MARGIN
                ? sorted.getFirst().getKey()
                : null;
    }

    private void match(Expression expression, TextNumber number, double score, Map<Expression, Double> matches) {
        var shown = shown(expression, number);
        if (shown != null) {
            matches.merge(shown, score, Math::max);
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

    /** Whether something that cannot change has this value. */
    private boolean fixed(TextNumber number, String line) {
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

    private boolean counted(Rational value, String line, List<Integer> own) {
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
