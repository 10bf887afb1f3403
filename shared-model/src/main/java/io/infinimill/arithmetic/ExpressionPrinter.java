package io.infinimill.arithmetic;

import java.util.List;
import java.util.stream.Collectors;

/** Prints {@link Expression} as Python. */
final class ExpressionPrinter {

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int UNARY = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    private ExpressionPrinter() {}

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Rational value) -> value.toString();
            case Expression.Name(String name) -> name;
            case Expression.Negation(Expression operand) -> "-" + within(operand, UNARY);
            case Expression.Operation(String operator, Expression left, Expression right) -> {
                int own = precedence(expression);
                boolean power = operator.equals("**");
                yield within(left, power ? PRIMARY : own) + " " + operator + " "
                        + within(right, power ? UNARY : own + 1);
            }
            case Expression.Call(String function, List<Expression> arguments) ->
                arguments.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", function + "(", ")"));
        };
    }

    private static String within(Expression expression, int least) {
        var text = print(expression);
        return precedence(expression) < least ? "(" + text + ")" : text;
    }

    private static int precedence(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Rational value) ->
                !value.terminates() ? PRODUCT : value.signum() < 0 ? UNARY : PRIMARY;
            case Expression.Name _, Expression.Call _ -> PRIMARY;
            case Expression.Negation _ -> UNARY;
            case Expression.Operation(String operator, Expression _, Expression _) ->
                switch (operator) {
                    case "+", "-" -> SUM;
                    case "**" -> POWER;
                    default -> PRODUCT;
                };
        };
    }
}
