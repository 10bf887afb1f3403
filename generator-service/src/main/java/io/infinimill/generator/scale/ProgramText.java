package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Python function of a template: its parameters are the variables, a comment stands above each computation, the
 * answer step is returned. {@link ProgramForm} substitutes variables back.
 *
 * <p>Ints stay ints: a division is written {@code //} where the step is an integer or a condition {@code whole(...)}
 * says that it is exact, so that a count prints as {@code 72}, never {@code 72.0}. Outside of what the conditions allow
 * this would cut off a remainder: {@link #unassured} writes {@code /} everywhere.
 *
 * @param function name of the function
 * @param purpose what is asked, without numbers
 * @param variables the parameters in order
 * @param steps the computation
 * @param conditions what holds for the values it will be called with
 * @param answer name of the step that is returned
 */
public record ProgramText(
        String function,
        String purpose,
        List<Variable> variables,
        List<Step> steps,
        List<String> conditions,
        String answer) {

    private static final Pattern PURPOSE = Pattern.compile("\"\"\"Purpose: (.*)");
    static final String INDENT = "    ";

    /** Cents are the finest money there is, and what a reader expects of an answer. */
    private static final int MOST_DIGITS = 4;

    public ProgramText {
        variables = List.copyOf(variables);
        steps = List.copyOf(steps);
        conditions = List.copyOf(conditions);
        var names = new ArrayList<String>();
        names.add(function);
        variables.forEach(variable -> names.add(variable.name()));
        steps.forEach(step -> names.add(step.name()));
        ProgramNames.check(names);
        if (steps.stream().noneMatch(step -> step.name().equals(answer))) {
            throw new IllegalArgumentException("answer '%s' is no step of %s".formatted(answer, names));
        }
    }

    /** The text of a template with steps; its purpose is read from its present program, else it is its answer's comment. */
    public static ProgramText of(Template template) {
        var answer = template.answer();
        if (answer == null) {
            throw new IllegalArgumentException("template %s has no steps".formatted(template.id()));
        }
        var matcher = PURPOSE.matcher(template.program());
        var purpose = matcher.find()
                ? matcher.group(1).strip()
                : template.steps().stream()
                        .filter(step -> step.name().equals(answer))
                        .map(Step::comment)
                        .findFirst()
                        .orElse(answer);
        return new ProgramText(
                template.function(), purpose, template.variables(), template.steps(), template.conditions(), answer);
    }

    /** The function with every variable a parameter. */
    public String source(boolean docstring) {
        return source(docstring, assured());
    }

    /** The function for values that the conditions do not cover: no division is taken to be exact. */
    public String unassured(boolean docstring) {
        return source(docstring, Set.of());
    }

    /** The line that calls the function with these numbers and prints what it returns. */
    public static String call(String function, List<String> parameters, Map<String, BigDecimal> values) {
        return parameters.stream()
                .map(name -> name + "=" + literal(values.get(name)))
                .collect(Collectors.joining(", ", "print(" + function + "(", "))"));
    }

    /** A number as Python and a reader like it: no exponent, no trailing zeros, so a whole decimal is an int. */
    static String literal(@Nullable BigDecimal value) {
        return value == null ? "None" : plain(value).toPlainString();
    }

    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String source(boolean docstring, Set<Expression> assured) {
        var ints = new HashSet<String>();
        variables.stream().filter(Variable::integer).map(Variable::name).forEach(ints::add);
        var body = new StringBuilder();
        var imports = new TreeSet<String>();
        for (var step : steps) {
            var form = PythonForm.of(Expression.parse(step.expression()), ints::contains, assured);
            if (form.whole()) {
                ints.add(step.name());
            }
            form.expression().walk(part -> {
                if (part instanceof Expression.Call(String called, List<Expression> _)
                        && Set.of("floor", "ceil", "sqrt").contains(called)) {
                    imports.add(called);
                }
            });
            body.append(INDENT).append("# ").append(line(step.comment())).append('\n');
            body.append(INDENT)
                    .append(step.name())
                    .append(" = ")
                    .append(form.expression().print())
                    .append('\n');
        }
        var text = new StringBuilder();
        if (!imports.isEmpty()) {
            text.append("from math import ").append(String.join(", ", imports)).append("\n\n\n");
        }
        text.append(variables.stream()
                .map(Variable::name)
                .collect(Collectors.joining(", ", "def " + function + "(", "):\n")));
        if (docstring) {
            text.append(Docstring.of(this));
        }
        return text.append(body)
                .append(INDENT)
                .append("return ")
                .append(returned(ints, assured))
                .append('\n')
                .toString();
    }

    /** What is whole by type or condition. */
    private Set<Expression> assured() {
        var assured = new HashSet<Expression>();
        steps.stream().filter(Step::integer).forEach(step -> assured.add(new Expression.Name(step.name())));
        for (var condition : conditions) {
            if (Condition.parse(condition) instanceof Condition.Whole(Expression expression)) {
                assured.add(expression);
            }
        }
        steps.stream()
                .filter(step -> assured.contains(new Expression.Name(step.name())))
                .forEach(step -> assured.add(Expression.parse(step.expression())));
        return assured;
    }

    /** Rounding takes away float noise only: the conditions say how many decimals the answer has at most. */
    private String returned(Set<String> ints, Set<Expression> assured) {
        var name = new Expression.Name(answer);
        if (ints.contains(answer)) {
            return answer;
        }
        if (assured.contains(name)) {
            return "round(" + answer + ")";
        }
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            var scale = new Expression.Literal(Rational.of(10).power(digits));
            if (assured.contains(new Expression.Operation("*", name, scale))) {
                return "round(" + answer + ", " + digits + ")";
            }
        }
        return answer;
    }

    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
