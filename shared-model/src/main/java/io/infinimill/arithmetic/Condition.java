package io.infinimill.arithmetic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must hold among the quantities of a template: {@code whole(EXPRESSION)} or a comparison such as
 * {@code boxes * 12 <= eggs}.
 */
public sealed interface Condition {

    List<String> OPERATORS = List.of("<", "<=", ">", ">=", "==", "!=");
    Pattern WHOLE = Pattern.compile("\\s*whole\\((.*)\\)\\s*");
    Pattern COMPARISON = Pattern.compile("(.*?)(<=|>=|==|!=|<|>)(.*)");

    /** The value has no fractional part. */
    record Whole(Expression expression) implements Condition {
        @Override
        public String toString() {
            return "whole(" + expression.print() + ")";
        }
    }

    /** One of {@code < <= > >= == !=}. */
    record Comparison(Expression left, String operator, Expression right) implements Condition {
        public Comparison {
            if (!OPERATORS.contains(operator)) {
                throw new IllegalArgumentException("'%s' is none of %s".formatted(operator, OPERATORS));
            }
        }

        @Override
        public String toString() {
            return left.print() + " " + operator + " " + right.print();
        }
    }

    /** @throws IllegalArgumentException with the text when it is not a condition */
    static Condition parse(String text) {
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return new Whole(Expression.parse(whole.group(1)));
        }
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return new Comparison(
                    Expression.parse(comparison.group(1)), comparison.group(2), Expression.parse(comparison.group(3)));
        }
        throw new IllegalArgumentException(
                "not a condition: '%s'. Maybe 'whole(x)' or a comparison such as 'x >= 1'".formatted(text));
    }

    /** @throws ArithmeticException when a side has no value */
    default boolean holds(Map<String, Rational> values) {
        return switch (this) {
            case Whole(Expression expression) -> expression.evaluate(values).isWhole();
            case Comparison(Expression left, String operator, Expression right) -> {
                int order = left.evaluate(values).compareTo(right.evaluate(values));
                yield switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    case "==" -> order == 0;
                    default -> order != 0;
                };
            }
        };
    }

    default Set<String> names() {
        return switch (this) {
            case Whole(Expression expression) -> expression.names();
            case Comparison(Expression left, String _, Expression right) -> {
                var names = new LinkedHashSet<>(left.names());
                names.addAll(right.names());
                yield names;
            }
        };
    }
}
