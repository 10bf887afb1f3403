package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Condition.Comparison;
import io.infinimill.arithmetic.Condition.Whole;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Operation;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What holds for the seed's numbers and must hold for others: what was whole stays whole, what was positive stays
 * positive, a share stays below one, decimals stay short, the answer keeps its order of magnitude. Only what the
 * numbers could break is stated.
 */
final class Invariants {

    /** Money has two decimals, and more look odd in any answer. */
    private static final int DECIMALS = 2;

    private static final Expression ONE = new Literal(Rational.ONE);
    private static final Rational LEAST_BOUND = Rational.of(new BigDecimal("0.5"));

    private final Template template;
    private final Map<String, Rational> values;
    private final Leeway leeway;
    private final Evident evident;

    private Invariants(Template template, List<Variable> variables, Map<String, Rational> values, Leeway leeway) {
        this.template = template;
        this.values = values;
        this.leeway = leeway;
        evident = new Evident(variables);
    }

    /** The conditions that the given ranges of the variables could break. */
    static List<Condition> of(
            Template template, List<Variable> variables, Map<String, Rational> values, Leeway leeway) {
        var invariants = new Invariants(template, variables, values, leeway);
        Customs.of(template, variables, values, leeway).forEach(invariants.evident::require);
        template.steps().forEach(invariants::step);
        invariants.magnitude();
        return invariants.evident.conditions().stream()
                .filter(condition -> condition.holds(values))
                .toList();
    }

    private void step(Step step) {
        var expression = Expression.parse(step.expression());
        expression.walk(part -> {
            if (!part.equals(expression) && part instanceof Operation operation) {
                part(operation, operation, false);
            }
        });
        var value = value(expression);
        part(new Name(step.name()), expression, step.integer() || (isAnswer(step) && value.isWhole()));
        evident.add(step.name(), expression, value.signum() > 0);
    }

    /**
     * Requires of a part what held for it.
     *
     * @param named what stands for the part in a condition: the step's name or the part itself
     * @param counts whether it must stay whole
     */
    private void part(Expression named, Expression part, boolean counts) {
        var value = value(part);
        boolean step = named instanceof Name;
        if (!evident.isIntegral(part) && !part.names().isEmpty()) {
            boolean whole = value.isWhole() && !evident.isFractional(part) && (step || isQuotient(part));
            if (counts || whole) {
                evident.require(new Whole(named));
            } else if (step && value.terminates()) {
                var scale = new Literal(Rational.of(10).power(Math.max(DECIMALS, value.decimals())));
                evident.require(new Whole(new Operation("*", named, scale)));
            }
        }
        if (!evident.isPositive(part)) {
            sign(named, value, step && counts);
        }
        if (part instanceof Operation(String operator, Expression left, Expression right) && operator.equals("/")) {
            order(left, right);
        }
    }

    private void sign(Expression named, Rational value, boolean counts) {
        boolean above = leeway.above() && counts && value.compareTo(Rational.ONE) > 0;
        evident.require(new Comparison(
                named, value.signum() > 0 ? ">" : value.signum() < 0 ? "<" : ">=", above ? ONE : Evident.ZERO));
    }

    /** A share stays below one, a multiple above. */
    private void order(Expression left, Expression right) {
        int order = value(left).compareTo(value(right));
        boolean constant = left.names().isEmpty() && right.names().isEmpty();
        boolean sure = right.names().isEmpty() && evident.isIntegral(left);
        if (order != 0 && !constant && !sure) {
            evident.require(new Comparison(left, order < 0 ? "<" : ">", right));
        }
    }

    private void magnitude() {
        var answer = template.answer();
        var value = answer == null ? null : values.get(answer);
        if (answer == null || value == null || value.signum() <= 0) {
            return;
        }
        var factor = Rational.of(leeway.magnitude());
        var high = Rational.of(value.times(factor).toDecimal(DECIMALS));
        var low = Rational.of(value.dividedBy(factor).toDecimal(DECIMALS).setScale(1, RoundingMode.DOWN));
        evident.require(new Comparison(new Name(answer), "<=", new Literal(high)));
        if (low.compareTo(LEAST_BOUND) > 0) {
            evident.require(new Comparison(new Name(answer), ">=", new Literal(low)));
        }
    }

    private boolean isAnswer(Step step) {
        return step.name().equals(template.answer());
    }

    private Rational value(Expression expression) {
        return expression.evaluate(values);
    }

    private static boolean isQuotient(Expression part) {
        return part instanceof Operation(String operator, Expression _, Expression _) && operator.equals("/");
    }
}
