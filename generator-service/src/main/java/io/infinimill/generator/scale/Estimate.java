package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import java.util.List;
import java.util.Map;

/**
 * Expressions and conditions over an array of doubles: some fifty times as fast as exact fractions. Quantities of word
 * problems differ by far more than the tolerance where they differ; what is kept is evaluated exactly afterwards.
 */
final class Estimate {

    /** Between the noise of doubles (1e-16) and the least gap of quotients of numbers below a million (1e-6). */
    private static final double TOLERANCE = 1e-9;

    private static final double WHOLE_TOLERANCE = 1e-7;

    /** A value from the values of the names. */
    interface Value {
        double of(double[] quantities);
    }

    /** Whether a condition holds. */
    interface Check {
        boolean of(double[] quantities);
    }

    private Estimate() {}

    static Value value(Expression expression, Map<String, Integer> places) {
        return switch (expression) {
            case Expression.Literal literal -> {
                double value = literal.value().toDouble();
                yield _ -> value;
            }
            case Expression.Name(String name) -> {
                var place = places.get(name);
                if (place == null) {
                    throw new IllegalArgumentException(
                            "unknown quantity '%s'; known: %s".formatted(name, places.keySet()));
                }
                int at = place;
                yield quantities -> quantities[at];
            }
            case Expression.Negation(Expression operand) -> {
                var inner = value(operand, places);
                yield quantities -> -inner.of(quantities);
            }
            case Expression.Operation(String operator, Expression left, Expression right) ->
                operation(operator, value(left, places), value(right, places));
            case Expression.Call(String function, List<Expression> arguments) ->
                call(
                        function,
                        arguments.stream()
                                .map(argument -> value(argument, places))
                                .toList());
        };
    }

    static Check check(Condition condition, Map<String, Integer> places) {
        return switch (condition) {
            case Condition.Whole(Expression expression) -> {
                var value = value(expression, places);
                yield quantities -> isWhole(value.of(quantities));
            }
            case Condition.Comparison(Expression left, String operator, Expression right) -> {
                var first = value(left, places);
                var second = value(right, places);
                yield switch (operator) {
                    case "<" -> quantities -> order(first.of(quantities), second.of(quantities)) < 0;
                    case "<=" -> quantities -> order(first.of(quantities), second.of(quantities)) <= 0;
                    case ">" -> quantities -> order(first.of(quantities), second.of(quantities)) > 0;
                    case ">=" -> quantities -> order(first.of(quantities), second.of(quantities)) >= 0;
                    case "==" -> quantities -> order(first.of(quantities), second.of(quantities)) == 0;
                    default -> quantities -> order(first.of(quantities), second.of(quantities)) != 0;
                };
            }
        };
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < WHOLE_TOLERANCE;
    }

    /** Not-a-number and infinity, which divisions by zero give, are beyond every limit. */
    private static int order(double left, double right) {
        if (Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.max(Math.abs(left), Math.abs(right)))) {
            return 0;
        }
        return left < right ? -1 : 1;
    }

    private static Value operation(String operator, Value left, Value right) {
        return switch (operator) {
            case "+" -> quantities -> left.of(quantities) + right.of(quantities);
            case "-" -> quantities -> left.of(quantities) - right.of(quantities);
            case "*" -> quantities -> left.of(quantities) * right.of(quantities);
            case "/" -> quantities -> left.of(quantities) / right.of(quantities);
            case "//" -> quantities -> floor(left.of(quantities) / right.of(quantities));
            case "%" ->
                quantities -> {
                    double divisor = right.of(quantities);
                    double dividend = left.of(quantities);
                    return dividend - divisor * floor(dividend / divisor);
                };
            case "**" -> quantities -> Math.pow(left.of(quantities), right.of(quantities));
            default -> throw new IllegalArgumentException("unknown operator " + operator);
        };
    }

    private static Value call(String function, List<Value> arguments) {
        var first = arguments.getFirst();
        return switch (function) {
            case "floor" -> quantities -> floor(first.of(quantities));
            case "ceil" -> quantities -> -floor(-first.of(quantities));
            case "round" -> quantities -> floor(first.of(quantities) + 0.5);
            case "abs" -> quantities -> Math.abs(first.of(quantities));
            case "sqrt" -> quantities -> Math.sqrt(first.of(quantities));
            case "min" ->
                quantities -> arguments.stream()
                        .mapToDouble(value -> value.of(quantities))
                        .min()
                        .orElseThrow();
            case "max" ->
                quantities -> arguments.stream()
                        .mapToDouble(value -> value.of(quantities))
                        .max()
                        .orElseThrow();
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    private static double floor(double value) {
        double nearest = Math.rint(value);
        return Math.abs(value - nearest) < WHOLE_TOLERANCE ? nearest : Math.floor(value);
    }
}
