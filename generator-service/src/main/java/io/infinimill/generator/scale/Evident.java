package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Condition.Comparison;
import io.infinimill.arithmetic.Condition.Whole;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Expression.Call;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Negation;
import io.infinimill.arithmetic.Expression.Operation;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is evident of quantities without knowing their numbers, given the ranges and the conditions so far. */
final class Evident {

    static final Expression ZERO = new Literal(Rational.ZERO);

    private final Set<String> integral = new HashSet<>();
    private final Set<String> fractional = new HashSet<>();
    private final Set<String> positive = new HashSet<>();
    private final Set<Condition> conditions = new LinkedHashSet<>();

    Evident(List<Variable> variables) {
        for (var variable : variables) {
            boolean whole = Rational.of(variable.min()).isWhole()
                    && Rational.of(variable.step()).isWhole();
            (whole ? integral : fractional).add(variable.name());
            if (variable.min().signum() > 0) {
                positive.add(variable.name());
            }
        }
    }

    Set<Condition> conditions() {
        return conditions;
    }

    void require(Condition condition) {
        conditions.add(condition);
    }

    /** Takes note of a step whose conditions have been required. */
    void add(String step, Expression expression, boolean isPositive) {
        if (isIntegral(expression) || conditions.contains(new Whole(new Name(step)))) {
            integral.add(step);
        } else if (isFractional(expression)) {
            fractional.add(step);
        }
        if (isPositive || isPositive(expression)) {
            positive.add(step);
        }
    }

    /** Whether it comes from a quantity that has decimals, such as a price in cents. */
    boolean isFractional(Expression expression) {
        return expression.names().stream().anyMatch(fractional::contains);
    }

    /** Whole whatever the numbers are. */
    boolean isIntegral(Expression expression) {
        return switch (expression) {
            case Literal(Rational value) -> value.isWhole();
            case Name(String name) -> integral.contains(name);
            case Negation(Expression operand) -> isIntegral(operand);
            case Operation(String operator, Expression left, Expression right) ->
                switch (operator) {
                    case "//" -> true;
                    case "/" -> conditions.contains(new Whole(expression));
                    case "**" ->
                        isIntegral(left)
                                && right instanceof Literal(Rational power)
                                && power.signum() >= 0
                                && power.isWhole();
                    default -> isIntegral(left) && isIntegral(right);
                };
            case Call(String function, List<Expression> arguments) ->
                switch (function) {
                    case "floor", "ceil", "round" -> true;
                    case "sqrt" -> false;
                    default -> arguments.stream().allMatch(this::isIntegral);
                };
        };
    }

    /** Above zero whatever the numbers are. */
    boolean isPositive(Expression expression) {
        return switch (expression) {
            case Literal(Rational value) -> value.signum() > 0;
            case Name(String name) -> positive.contains(name);
            case Negation _ -> false;
            case Operation(String operator, Expression left, Expression right) ->
                switch (operator) {
                    case "+", "*", "/", "**" -> isPositive(left) && isPositive(right);
                    case "-" -> conditions.contains(new Comparison(expression, ">", ZERO));
                    default -> false;
                };
            case Call(String function, List<Expression> arguments) ->
                switch (function) {
                    case "ceil", "sqrt", "min" -> arguments.stream().allMatch(this::isPositive);
                    case "max", "abs" -> arguments.stream().anyMatch(this::isPositive);
                    default -> false;
                };
        };
    }
}
