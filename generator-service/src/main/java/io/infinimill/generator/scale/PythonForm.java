package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Expression.Call;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Negation;
import io.infinimill.arithmetic.Expression.Operation;
import io.infinimill.arithmetic.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An expression written so that Python's int and float give the exact value to within a relative 1e-9, and an int
 * wherever the value is known to be whole.
 *
 * @param expression to print
 * @param whole whether Python computes an int
 */
record PythonForm(Expression expression, boolean whole) {

    /** Float noise is far below the ninth decimal, and no quantity of a word problem has as many. */
    private static final Expression NOISE_DIGITS = new Literal(Rational.of(9));

    private static final Expression HALF = new Literal(Rational.of(new BigDecimal("0.5")));

    /**
     * The form of an expression.
     *
     * @param ints whether a variable or an earlier step is an int
     * @param assured expressions whose value is known to be whole: their division is written {@code //}
     */
    static PythonForm of(Expression expression, Predicate<String> ints, Set<Expression> assured) {
        return new Writing(ints, assured).form(expression, assured.contains(expression));
    }

    private record Writing(Predicate<String> ints, Set<Expression> assured) {

        PythonForm form(Expression expression, boolean exact) {
            boolean known = exact || assured.contains(expression);
            return switch (expression) {
                case Literal(Rational value) -> new PythonForm(expression, value.isWhole());
                case Name(String name) -> new PythonForm(expression, ints.test(name));
                case Negation(Expression operand) -> {
                    var inner = form(operand, known);
                    yield new PythonForm(new Negation(inner.expression()), inner.whole());
                }
                case Operation operation -> operation(operation, known);
                case Call(String function, List<Expression> arguments) -> call(function, arguments);
            };
        }

        private PythonForm operation(Operation operation, boolean known) {
            var left = form(operation.left(), false);
            var right = form(operation.right(), false);
            boolean sum =
                    operation.operator().equals("+") || operation.operator().equals("-");
            if (known && sum && left.whole() != right.whole()) {
                left = left.whole() ? left : form(operation.left(), true);
                right = right.whole() ? right : form(operation.right(), true);
            }
            boolean ints = left.whole() && right.whole();
            return switch (operation.operator()) {
                case "/" -> join(left, known && ints ? "//" : "/", right, known && ints);
                case "//" -> ints ? join(left, "//", right, true) : rounded("floor", join(left, "/", right, false));
                case "**" -> join(left, "**", right, ints && !(right.expression() instanceof Negation));
                default -> join(left, operation.operator(), right, ints);
            };
        }

        private PythonForm call(String function, List<Expression> arguments) {
            var forms =
                    arguments.stream().map(argument -> form(argument, false)).toList();
            var first = forms.getFirst();
            boolean ints = forms.stream().allMatch(PythonForm::whole);
            return switch (function) {
                case "floor", "ceil" -> ints ? first : rounded(function, first);
                case "round" ->
                    ints
                            ? first
                            : rounded("floor", new PythonForm(new Operation("+", first.expression(), HALF), false));
                case "sqrt" -> new PythonForm(new Call(function, List.of(first.expression())), false);
                default ->
                    new PythonForm(
                            new Call(
                                    function,
                                    forms.stream().map(PythonForm::expression).toList()),
                            ints);
            };
        }

        /** A quotient of ints is rounded correctly by itself; other floats may miss a whole number by their noise. */
        private PythonForm rounded(String function, PythonForm argument) {
            boolean exact =
                    argument.expression() instanceof Operation(String operator, Expression left, Expression right)
                            && operator.equals("/")
                            && form(left, false).whole()
                            && form(right, false).whole();
            var safe = exact ? argument.expression() : new Call("round", List.of(argument.expression(), NOISE_DIGITS));
            return new PythonForm(new Call(function, List.of(safe)), true);
        }

        private static PythonForm join(PythonForm left, String operator, PythonForm right, boolean whole) {
            return new PythonForm(new Operation(operator, left.expression(), right.expression()), whole);
        }
    }
}
