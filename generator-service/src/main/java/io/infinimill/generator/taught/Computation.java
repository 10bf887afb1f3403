package io.infinimill.generator.taught;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.scale.ProgramNames;
import io.infinimill.model.Step;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program that is nothing but assignments, read as exact steps.
 *
 * @param conditions divisions that come out even in the problem, and were rounded down only in form
 */
record Computation(List<Step> steps, String answer, List<String> conditions) {

    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)\\s*(?::\\s*\\w+\\s*)?=(?!=)\\s*(.+)");
    private static final Pattern RETURN = Pattern.compile("return\\b\\s*(.+)");
    private static final int MOST_STEPS = 60;

    /** Nothing where the body has anything but assignments of plain arithmetic, each to a new name. */
    static Optional<Computation> of(Source source, Map<String, BigDecimal> values) {
        var reading = new Reader(source, values);
        try {
            return reading.read() ? Optional.of(reading.computation()) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException notPlain) {
            return Optional.empty();
        }
    }

    private static final class Reader {

        private final Source source;
        private final Map<String, Rational> known = new HashMap<>();
        private final Map<String, Step> steps = new LinkedHashMap<>();
        private final List<String> conditions = new ArrayList<>();
        private String answer = "";

        Reader(Source source, Map<String, BigDecimal> values) {
            this.source = source;
            values.forEach((name, value) -> known.put(name, Rational.of(value)));
        }

        Computation computation() {
            return new Computation(List.copyOf(steps.values()), answer, conditions);
        }

        boolean read() {
            var comment = "";
            for (var line : source.body()) {
                var text = line.strip();
                var code = text.replaceFirst("\\s*#.*$", "");
                if (text.startsWith("#")) {
                    comment = text.replaceFirst("^#+\\s*", "");
                } else if (!text.isEmpty()) {
                    var trailing = text.substring(code.length()).replaceFirst("^\\s*#+\\s*", "");
                    var said = comment.isEmpty() ? trailing : comment;
                    comment = "";
                    var assignment = ASSIGNMENT.matcher(code);
                    var end = RETURN.matcher(code);
                    if (end.matches()) {
                        return answer(end.group(1), said);
                    }
                    if (!assignment.matches() || !step(assignment.group(1), assignment.group(2), said)) {
                        return false;
                    }
                }
            }
            return false;
        }

        private boolean answer(String code, String comment) {
            var returned = expression(code);
            if (returned instanceof Expression.Name(String name) && steps.containsKey(name)) {
                answer = name;
                return true;
            }
            var taken = new ArrayList<>(known.keySet());
            answer = ProgramNames.free("answer", taken);
            return step(answer, code, comment);
        }

        private boolean step(String name, String code, String comment) {
            if (!ProgramNames.legal(name) || known.containsKey(name) || steps.size() == MOST_STEPS) {
                return false;
            }
            var expression = expression(code);
            evenDivisions(expression);
            var value = expression.evaluate(known);
            known.put(name, value);
            steps.put(
                    name,
                    new Step(
                            name,
                            expression.print(),
                            value.isWhole() ? Variable.INTEGER : Variable.DECIMAL,
                            null,
                            worded(comment, name)));
            return true;
        }

        /** Rounding down that changes nothing in the problem must change nothing in its variants. */
        private void evenDivisions(Expression expression) {
            expression.walk(part -> {
                var exact = switch (part) {
                    case Expression.Operation(String operator, Expression left, Expression right)
                    when operator.equals("//") -> new Expression.Operation("/", left, right);
                    case Expression.Call(String function, List<Expression> arguments)
                    when arguments.size() == 1
                            && (function.equals("floor") || function.equals("ceil") || function.equals("round")) ->
                        arguments.getFirst();
                    default -> null;
                };
                if (exact != null && exact.evaluate(known).isWhole()) {
                    conditions.add(new Condition.Whole(exact).toString());
                }
            });
        }

        private static Expression expression(String code) {
            return Expression.parse(code.replace("math.", "").replaceAll("\\bint\\(", "floor("));
        }

        private static String worded(String comment, String name) {
            var text = comment.replaceAll("\\s+", " ").strip();
            return text.isEmpty() || text.length() > 110 || text.matches(".*[\\d{}=].*")
                    ? "compute " + name.replace('_', ' ')
                    : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        }
    }

    /** Worked text in our own form: what each step computes, and how. */
    String workedText() {
        return steps.stream().map(Computation::line).collect(Collectors.joining("\n"));
    }

    private static String line(Step step) {
        var shown = Expression.parse(step.expression()).replace(name -> new Expression.Name("{" + name + "}"));
        var comment = step.comment().replaceAll("[.:;\\s]+$", "");
        return "%s%s: %s = {%s}."
                .formatted(
                        comment.substring(0, 1).toUpperCase(Locale.ROOT),
                        comment.substring(1),
                        shown.print(),
                        step.name());
    }
}
