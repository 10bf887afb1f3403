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
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the seed's numbers and must hold for others: what was whole stays whole, what was positive stays
 * positive, a share stays below one, decimals stay short, the answer keeps its order of magnitude. Only what the
 * numbers could break is stated.
 */
final class Invariants {

    /** Money has two decimals, and more look odd in any answer. */
    private static final int DECIMALS = 2;

    private static final Pattern CONTRAST = Pattern.compile(
            "(?is)\\b(?:large|big|adult|grown|long|tall|expensive|deluxe|premium|full|wide)\\w*\\b.*\\b(?:small|little|child|kid|short|cheap|regular|basic|half|narrow)"
                    + "|\\b(?:small|little|child|kid|short|cheap|regular|basic|narrow)\\w*\\b.*\\b(?:large|big|adult|grown|long|tall|expensive|deluxe|premium|full|wide)");

    private static final Pattern MEASURE = Pattern.compile("dollars?|cents?|pounds?|ounces?|grams?|kilograms?|kg|feet|inches|meters|miles|liters|gallons|hours|minutes");

    private static final Expression ZERO = new Literal(Rational.ZERO);
    private static final Expression ONE = new Literal(Rational.ONE);

    private final Template template;
    private final Map<String, Rational> values;
    private final Leeway leeway;
    private final Set<String> integral = new HashSet<>();
    private final Set<String> fractional = new HashSet<>();
    private final Set<String> positive = new HashSet<>();
    private final Set<Condition> conditions = new LinkedHashSet<>();

    private Invariants(Template template, List<Variable> variables, Map<String, Rational> values, Leeway leeway) {
        this.template = template;
        this.values = values;
        this.leeway = leeway;
        for (var variable : variables) {
            boolean whole = Rational.of(variable.min()).isWhole()
                    && Rational.of(variable.step()).isWhole();
            (whole ? integral : fractional).add(variable.name());
            if (variable.min().signum() > 0) {
                positive.add(variable.name());
            }
        }
    }

    /** The conditions that the given ranges of the variables could break. */
    static List<Condition> of(
            Template template, List<Variable> variables, Map<String, Rational> values, Leeway leeway) {
        var invariants = new Invariants(template, variables, values, leeway);
        invariants.fractions(variables);
        invariants.contrasts(variables);
        template.steps().forEach(invariants::step);
        invariants.magnitude();
        return invariants.conditions.stream()
                .filter(condition -> condition.holds(values))
                .toList();
    }

    /** A fraction written with a slash in the question stays proper, or improper. */
    private void fractions(List<Variable> variables) {
        for (int i = 1; i < variables.size(); i++) {
            var slash = "{%s}/{%s}".formatted(variables.get(i - 1).name(), variables.get(i).name());
            if (template.generalQuestion().contains(slash)) {
                order(new Name(variables.get(i - 1).name()), new Name(variables.get(i).name()));
            }
        }
    }

    /** What is large or grown costs or weighs more than what is small, as it did. */
    private void contrasts(List<Variable> variables) {
        if (!leeway.customary() || !CONTRAST.matcher(template.generalQuestion()).find()) {
            return;
        }
        var used = variables.stream()
                .filter(variable -> variable.min().compareTo(variable.max()) < 0)
                .sorted(java.util.Comparator.comparing(Variable::value))
                .toList();
        for (int i = 1; i < used.size(); i++) {
            var less = used.get(i - 1);
            var more = used.get(i);
            if (less.unit() != null && less.unit().equals(more.unit()) && MEASURE.matcher(less.unit()).matches()) {
                order(new Name(less.name()), new Name(more.name()));
            }
        }
    }

    private void step(Step step) {
        var expression = Expression.parse(step.expression());
        expression.walk(part -> {
            if (part != expression && part instanceof Operation operation) {
                part(operation, operation, false);
            }
        });
        boolean whole = step.integer() || isAnswer(step) && value(expression).isWhole();
        part(new Name(step.name()), expression, whole);
        if (isIntegral(expression) || holds(new Whole(new Name(step.name())))) {
            integral.add(step.name());
        } else if (expression.names().stream().anyMatch(fractional::contains)) {
            fractional.add(step.name());
        }
        if (isPositive(expression) || value(expression).signum() > 0) {
            positive.add(step.name());
        }
    }

    /** @param named what stands for the part in a condition: the step's name or the part itself */
    private void part(Expression named, Expression part, boolean wanted) {
        var value = value(part);
        boolean step = named instanceof Name;
        if (!isIntegral(part) && !part.names().isEmpty()) {
            boolean counts = value.isWhole() && part.names().stream().noneMatch(fractional::contains);
            if (wanted || counts && (step || isQuotient(part))) {
                conditions.add(new Whole(named));
            } else if (step && value.terminates()) {
                decimals(named, Math.max(DECIMALS, value.decimals()));
            }
        }
        if (!isPositive(part)) {
            sign(named, value, step && wanted);
        }
        if (part instanceof Operation(String operator, Expression left, Expression right) && operator.equals("/")) {
            order(left, right);
        }
    }

    private void decimals(Expression named, int digits) {
        conditions.add(
                new Whole(new Operation("*", named, new Literal(Rational.of(10).power(digits)))));
    }

    private void sign(Expression named, Rational value, boolean count) {
        boolean above = leeway.above() && count && value.compareTo(Rational.ONE) > 0;
        conditions.add(new Comparison(
                named, value.signum() > 0 ? ">" : value.signum() < 0 ? "<" : ">=", above ? ONE : ZERO));
    }

    /** A share stays below one, a multiple above. */
    private void order(Expression left, Expression right) {
        int order = value(left).compareTo(value(right));
        boolean constant = left.names().isEmpty() && right.names().isEmpty();
        boolean evident = right.names().isEmpty() && isIntegral(left);
        if (order != 0 && !constant && !evident) {
            conditions.add(new Comparison(left, order < 0 ? "<" : ">", right));
        }
    }

    private void magnitude() {
        var answer = template.answer();
        var value = answer == null ? null : values.get(answer);
        if (answer == null || value == null || value.signum() <= 0 ) {
            return;
        }
        var factor = Rational.of(leeway.magnitude());
        var high = Rational.of(value.times(factor).toDecimal(DECIMALS));
        var low = Rational.of(value.dividedBy(factor).toDecimal(DECIMALS).setScale(1, java.math.RoundingMode.DOWN));
        conditions.add(new Comparison(new Name(answer), "<=", new Literal(high)));
        if (low.signum() > 0 && low.compareTo(Rational.of(new BigDecimal("0.5"))) > 0) {
            conditions.add(new Comparison(new Name(answer), ">=", new Literal(low)));
        }
    }

    private boolean isAnswer(Step step) {
        return step.name().equals(template.answer());
    }

    private boolean holds(Condition condition) {
        return conditions.contains(condition);
    }

    private Rational value(Expression expression) {
        return expression.evaluate(values);
    }

    private static boolean isQuotient(Expression part) {
        return part instanceof Operation(String operator, Expression _, Expression _) && operator.equals("/");
    }

    /** Whole whatever the numbers are. */
    private boolean isIntegral(Expression expression) {
        return switch (expression) {
            case Literal(Rational value) -> value.isWhole();
            case Name(String name) -> integral.contains(name);
            case Negation(Expression operand) -> isIntegral(operand);
            case Operation(String operator, Expression left, Expression right) ->
                switch (operator) {
                    case "//" -> true;
                    case "/" -> conditions.contains(new Whole(expression));
                    case "**" -> isIntegral(left) && right instanceof Literal(Rational power) && power.signum() >= 0 && power.isWhole();
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
    private boolean isPositive(@Nullable Expression expression) {
        return switch (expression) {
            case null -> false;
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
