package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One computation of a worked solution.
 *
 * @param line index of its line
 * @param shape the expression with {@code o0}, {@code o1}, ... for its operands
 * @param operands in reading order
 * @param result its exact value
 * @param start where the line shows the computation
 * @param at where the computation ends and its result begins
 * @param resultStart where the line shows the result, or -1
 * @param resultEnd where that ends, or -1
 */
record Equation(
        int line,
        Expression shape,
        List<Operand> operands,
        Rational result,
        int start,
        int at,
        int resultStart,
        int resultEnd) {

    /** Reads an expression over literals, and replaces them by operands. */
    static Equation of(int line, Expression literal, int start, int at) {
        List<Operand> operands = new ArrayList<>();
        var shape = shape(literal, operands);
        return new Equation(line, shape, List.copyOf(operands), literal.evaluate(Map.of()), start, at, -1, -1);
    }

    private static Expression shape(Expression expression, List<Operand> operands) {
        return switch (expression) {
            case Expression.Literal(Rational value) -> {
                operands.add(new Operand(value, -1, -1));
                yield new Expression.Name("o" + (operands.size() - 1));
            }
            case Expression.Name name -> name;
            case Expression.Negation(Expression inner) -> new Expression.Negation(shape(inner, operands));
            case Expression.Operation(String operator, Expression left, Expression right) -> {
                var first = shape(left, operands);
                yield new Expression.Operation(operator, first, shape(right, operands));
            }
            case Expression.Call(String function, List<Expression> arguments) ->
                new Expression.Call(
                        function,
                        arguments.stream()
                                .map(argument -> shape(argument, operands))
                                .toList());
        };
    }

    /** Whether an operand is added or subtracted rather than a factor. */
    boolean addend(int operand) {
        var name = new Expression.Name("o" + operand);
        boolean[] found = {false};
        shape.walk(part -> {
            if (part instanceof Expression.Operation(String operator, Expression left, Expression right)
                    && (operator.equals("+") || operator.equals("-"))) {
                found[0] |= left.equals(name) || right.equals(name);
            }
        });
        return found[0];
    }

    Equation withOperands(List<Operand> shown) {
        return new Equation(line, shape, List.copyOf(shown), result, start, at, resultStart, resultEnd);
    }

    Equation withResult(int from, int to) {
        return new Equation(line, shape, operands, result, start, at, from, to);
    }

    /** The expression with something in the place of each operand. */
    Expression bind(List<Expression> values) {
        Map<String, Expression> byName = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put("o" + i, values.get(i));
        }
        return shape.replace(byName::get);
    }
}
