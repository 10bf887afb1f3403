package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads MathQA's {@code divide(n2,n5)|power(n0,#0)|}: {@code nK} is the K-th number of the text in digits. */
final class LinearFormula {

    private static final Pattern STEP = Pattern.compile("(\\w+)\\(([^()]*)\\)");
    private static final String PI = "3.141592653589793";
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("add", "a + b"),
            Map.entry("subtract", "a - b"),
            Map.entry("multiply", "a * b"),
            Map.entry("divide", "a / b"),
            Map.entry("power", "a ** b"),
            Map.entry("sqrt", "sqrt(a)"),
            Map.entry("inverse", "1 / a"),
            Map.entry("floor", "floor(a)"),
            Map.entry("negate", "-a"),
            Map.entry("rectangle_area", "a * b"),
            Map.entry("reminder", "a % b"),
            Map.entry("triangle_area", "a * b / 2"),
            Map.entry("square_area", "a ** 2"),
            Map.entry("square_perimeter", "4 * a"),
            Map.entry("circle_area", PI + " * a ** 2"),
            Map.entry("circumface", "2 * " + PI + " * a"),
            Map.entry("speed", "a / b"),
            Map.entry("rectangle_perimeter", "2 * (a + b)"),
            Map.entry("volume_cube", "a ** 3"),
            Map.entry("surface_cube", "6 * a ** 2"),
            Map.entry("max", "max(a, b)"),
            Map.entry("min", "min(a, b)"),
            Map.entry("volume_cylinder", PI + " * a ** 2 * b"),
            Map.entry("volume_rectangular_prism", "a * b * c"),
            Map.entry("negate_prob", "1 - a"),
            Map.entry("cube_edge_by_volume", "a ** (1 / 3)"),
            Map.entry("square_edge_by_area", "sqrt(a)"),
            Map.entry("diagonal", "sqrt(a ** 2 + b ** 2)"),
            Map.entry("original_price_before_loss", "100 * b / (100 - a)"),
            Map.entry("original_price_before_gain", "100 * b / (100 + a)"),
            Map.entry("p_after_gain", "b * (100 + a) / 100"));

    private LinearFormula() {}

    static Worked read(Problem problem, String formula) throws Unreadable {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (Character.isDigit(problem.text.charAt(number.start())) || problem.text.charAt(number.start()) == '.') {
                positions.add(i);
            }
        }
        List<Equation> equations = new ArrayList<>();
        Map<String, Rational> values = new HashMap<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            values.put("q" + i, problem.numbers.get(i).value());
        }
        for (var text : formula.strip().split("\\|")) {
            if (!text.isBlank()) {
                var expression = step(text.strip(), positions, problem);
                try {
                    var result = expression.evaluate(values);
                    values.put("s" + equations.size(), result);
                    equations.add(new Equation(0, expression, List.of(), result, 0, 0, -1, -1));
                } catch (ArithmeticException e) {
                    throw new Unreadable(new Refused("no_value", "'%s': %s".formatted(text, e.getMessage())));
                }
            }
        }
        return new Worked(List.of(), equations);
    }

    private static Expression step(String text, List<Integer> positions, Problem problem) throws Unreadable {
        var match = STEP.matcher(text);
        if (!match.matches()) {
            throw new Unreadable(new Refused("unreadable_formula", "'%s' is no step".formatted(text)));
        }
        var form = FORMS.get(match.group(1));
        if (form == null) {
            throw new Unreadable(new Refused("unknown_operation", match.group(1)));
        }
        Map<String, Expression> arguments = new HashMap<>();
        for (var argument : match.group(2).split(",")) {
            arguments.put(
                    String.valueOf((char) ('a' + arguments.size())), argument(argument.strip(), positions, problem));
        }
        return Expression.parse(form).replace(arguments::get);
    }

    private static Expression argument(String text, List<Integer> positions, Problem problem) throws Unreadable {
        try {
            if (text.startsWith("#")) {
                return new Expression.Name("s" + Integer.parseInt(text.substring(1)));
            }
            if (text.startsWith("const_")) {
                var value = text.substring("const_".length()).replace('_', '.');
                return new Expression.Literal(Rational.parse(value.equals("pi") ? PI : value));
            }
            int position = positions.get(Integer.parseInt(text.substring(1)));
            return problem.numbers.get(position).changeable()
                    ? new Expression.Name("q" + position)
                    : new Expression.Literal(problem.numbers.get(position).value());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Unreadable(new Refused("unreadable_formula", "'%s' is no argument".formatted(text)));
        }
    }
}
