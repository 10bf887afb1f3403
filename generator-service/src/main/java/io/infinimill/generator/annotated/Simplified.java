package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Negation;
import io.infinimill.arithmetic.Expression.Operation;
import io.infinimill.arithmetic.Rational;
import java.util.Map;

/** Writes a formula as a person would: without double signs, factors of one and what cancels. */
final class Simplified {

    private static final Literal ONE = new Literal(Rational.ONE);

    private Simplified() {}

    static Expression of(Expression expression) {
        return switch (expression) {
            case Negation(Expression operand) -> negated(of(operand));
            case Operation sum when counts(sum) -> new Literal(sum.evaluate(Map.of()));
            case Operation(String operator, Expression left, Expression right) ->
                operation(operator, of(left), of(right));
            default -> expression;
        };
    }

    /** Whether it counts an unknown, as {@code 1 + 1 + 3} does in {@code x + x + 3x}. */
    private static boolean counts(Expression expression) {
        return expression instanceof Operation(String operator, Expression left, Expression right)
                && operator.equals("+")
                && right instanceof Literal
                && (left.equals(ONE) || counts(left));
    }

    private static Expression negated(Expression operand) {
        return switch (operand) {
            case Negation(Expression inner) -> inner;
            case Operation(String operator, Expression left, Expression right)
            when operator.equals("-") -> new Operation("-", right, left);
            case Operation(String operator, Expression left, Expression right)
            when difference(left) && (operator.equals("*") || operator.equals("/")) ->
                new Operation(operator, negated(left), right);
            case Operation(String operator, Expression left, Expression right)
            when difference(right) && (operator.equals("*") || operator.equals("/")) ->
                new Operation(operator, left, negated(right));
            default -> new Negation(operand);
        };
    }

    private static boolean difference(Expression expression) {
        return expression instanceof Operation(String operator, Expression _, Expression _) && operator.equals("-");
    }

    private static Expression operation(String operator, Expression left, Expression right) {
        if (left instanceof Negation(Expression first)) {
            switch (operator) {
                case "+" -> {
                    return operation("-", right, first);
                }
                case "*", "/" -> {
                    return negated(operation(operator, first, right));
                }
                default -> {}
            }
        }
        if (right instanceof Negation(Expression second)) {
            switch (operator) {
                case "+" -> {
                    return operation("-", left, second);
                }
                case "-" -> {
                    return operation("+", left, second);
                }
                case "*", "/" -> {
                    return negated(operation(operator, left, second));
                }
                default -> {}
            }
        }
        if (operator.equals("/") && left.equals(right)) {
            return ONE;
        }
        if ((operator.equals("/") || operator.equals("*")) && right.equals(ONE)) {
            return left;
        }
        return operator.equals("*") && left.equals(ONE) ? right : new Operation(operator, left, right);
    }
}
