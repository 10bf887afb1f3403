package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads SVAMP's equations: infix over the numbers themselves, or prefix over {@code number0}, {@code number1}, ... */
final class EquationNotation {

    private EquationNotation() {}

    static Worked read(Problem problem, String text) throws Unreadable {
        try {
            if (text.contains("number")) {
                Map<String, Rational> values = new HashMap<>();
                for (int i = 0; i < problem.numbers.size(); i++) {
                    values.put("q" + i, problem.numbers.get(i).value());
                }
                var tokens = text.strip().split("\\s+");
                int[] at = {0};
                var expression = prefix(tokens, at, problem);
                return new Worked(
                        List.of(),
                        List.of(new Equation(0, expression, List.of(), expression.evaluate(values), 0, 0, -1, -1)));
            }
            return new Worked(List.of(), List.of(Equation.of(0, Expression.parse(text), 0, 0)));
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new Unreadable(new Refused("unreadable_equation", "'%s': %s".formatted(text, e.getMessage())));
        }
    }

    private static Expression prefix(String[] tokens, int[] at, Problem problem) {
        var token = tokens[at[0]++];
        if (token.startsWith("number")) {
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < problem.numbers.size(); i++) {
                if (Character.isDigit(problem.text.charAt(problem.numbers.get(i).start()))) {
                    positions.add(i);
                }
            }
            int position = positions.get(Integer.parseInt(token.substring("number".length())));
            return problem.numbers.get(position).changeable()
                    ? new Expression.Name("q" + position)
                    : new Expression.Literal(problem.numbers.get(position).value());
        }
        if (token.length() == 1 && "+-*/".contains(token)) {
            var left = prefix(tokens, at, problem);
            return new Expression.Operation(token, left, prefix(tokens, at, problem));
        }
        return new Expression.Literal(Rational.parse(token));
    }
}
