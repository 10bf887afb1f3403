package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a number of the prose may stand for, each with how well it fits. */
final class Matches {

    private static final Expression.Literal HUNDRED = new Expression.Literal(Rational.of(100));
    private static final double MARGIN = 0.8;

    private final TextNumber number;
    private final Map<String, Rational> values;
    private final Map<Expression, Double> scores = new LinkedHashMap<>();

    /** @param values of the variables and steps */
    Matches(TextNumber number, Map<String, Rational> values) {
        this.number = number;
        this.values = values;
    }

    /** Adds an expression where its value is the number. */
    void add(Expression expression, double score) {
        var shown = shown(expression);
        if (shown != null) {
            scores.merge(shown, score, Math::max);
        }
    }

    boolean isEmpty() {
        return scores.isEmpty();
    }

    /** The one that fits best, or null where another fits nearly as well. */
    @Nullable
    Expression best() {
        var sorted = scores.entrySet().stream()
                .sorted(Map.Entry.<Expression, Double>comparingByValue().reversed())
                .toList();
        if (sorted.isEmpty()) {
            return null;
        }
        double rival = sorted.size() > 1 ? sorted.get(1).getValue() : -MARGIN;
        var best = sorted.getFirst();
        return best.getValue() - rival >= MARGIN ? best.getKey() : null;
    }

    /** The expression as the text shows it, {@code 20} for a fifth where a percent sign follows; null where it differs. */
    @Nullable
    Expression shown(Expression expression) {
        boolean constant = expression.names().isEmpty();
        if (!constant && (!values.keySet().containsAll(expression.names()) || !sayable(expression))) {
            return null;
        }
        var value = expression.evaluate(values);
        boolean percent = number.percent() && value.times(HUNDRED.value()).equals(number.value());
        if (!percent && !value.equals(number.value())) {
            return null;
        }
        if (constant) {
            return new Expression.Literal(number.value());
        }
        if (!percent) {
            return expression;
        }
        return expression instanceof Expression.Operation(String operator, Expression left, Expression right)
                        && operator.equals("/")
                        && right.equals(HUNDRED)
                ? left
                : new Expression.Operation("*", expression, HUNDRED);
    }

    /** Whether a reader sees at once where the value comes from, and its decimals end. */
    private static boolean sayable(Expression expression) {
        if (expression.names().size() > 1) {
            return false;
        }
        boolean[] sayable = {true};
        expression.walk(part -> {
            if (part instanceof Expression.Call) {
                sayable[0] = false;
            }
            if (part instanceof Expression.Operation(String operator, Expression _, Expression right)
                    && !(operator.equals("+") || operator.equals("-") || operator.equals("*"))) {
                sayable[0] &= operator.equals("/")
                        && right instanceof Expression.Literal(Rational divisor)
                        && divisor.signum() != 0
                        && Rational.ONE.dividedBy(divisor).terminates();
            }
        });
        return sayable[0];
    }
}
