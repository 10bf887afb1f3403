package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Condition.Comparison;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Operation;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions that the wording of a question asks for, and not its arithmetic. */
final class Customs {

    private static final String MORE =
            "(?:large|big|adult|grown|long|tall|expensive|deluxe|premium|full|wide|father|mother)\\w*";
    private static final String LESS =
            "(?:small|little|child|kid|short|cheap|regular|basic|half|narrow|son|daughter)\\w*";
    private static final Pattern CONTRAST =
            Pattern.compile("(?is)\\b%1$s\\b.*\\b%2$s\\b|\\b%2$s\\b.*\\b%1$s\\b".formatted(MORE, LESS));
    private static final Pattern MEASURE = Pattern.compile(
            "dollars?|cents?|pounds?|ounces?|grams?|kilograms?|kg|feet|inches|meters|miles|liters|gallons|hours|minutes|years?(?: old)?");
    private static final Pattern FRACTION =
            Pattern.compile("(?<![\\w/.{}])(\\{(\\w+)}|\\d+)/(\\{(\\w+)}|\\d+)(?![\\w/.{}])");
    /** Common factors of fractions as word problems have them. */
    private static final List<Integer> PRIMES = List.of(2, 3, 5, 7, 11, 13);

    private static final Pattern AGE = Pattern.compile("(?i)\\b(?:how old|years? old|year-old|'s age)\\b");
    private static final Rational OLDEST = Rational.of(100);

    private Customs() {}

    /** All of them, for variables with the ranges they shall have. */
    static List<Condition> of(
            Template template, List<Variable> variables, Map<String, Rational> values, Leeway leeway) {
        var conditions = new ArrayList<>(fractions(template, variables));
        if (leeway.customary() && CONTRAST.matcher(template.generalQuestion()).find()) {
            conditions.addAll(contrasts(variables));
        }
        if (AGE.matcher(template.generalQuestion()).find()) {
            conditions.addAll(ages(template, values));
        }
        return conditions;
    }

    /** A fraction written with a slash stays proper, or improper. */
    private static List<Condition> fractions(Template template, List<Variable> variables) {
        var conditions = new ArrayList<Condition>();
        for (int i = 1; i < variables.size(); i++) {
            var over = variables.get(i - 1);
            var under = variables.get(i);
            if (template.generalQuestion().contains("{%s}/{%s}".formatted(over.name(), under.name()))) {
                conditions.add(order(over, under));
            }
        }
        FRACTION.matcher(template.generalQuestion())
                .results()
                .forEach(fraction -> conditions.addAll(reduced(
                        part(fraction.group(1), fraction.group(2)),
                        part(fraction.group(3), fraction.group(4)),
                        variables)));
        return conditions;
    }

    /** A fraction in lowest terms stays so. */
    private static List<Condition> reduced(Expression over, Expression under, List<Variable> variables) {
        var conditions = new ArrayList<Condition>();
        Map<String, Rational> values = new HashMap<>();
        variables.forEach(variable -> values.put(variable.name(), Rational.of(variable.value())));
        if (!values.keySet().containsAll(over.names()) || !values.keySet().containsAll(under.names())) {
            return conditions;
        }
        var most = most(over, variables).min(most(under, variables));
        for (int prime : PRIMES) {
            if (BigDecimal.valueOf(prime).compareTo(most) > 0) {
                break;
            }
            var divisor = new Literal(Rational.of(prime));
            var remainders = new Operation("+", new Operation("%", over, divisor), new Operation("%", under, divisor));
            if (!remainders.names().isEmpty() && remainders.evaluate(values).signum() > 0) {
                conditions.add(new Comparison(remainders, ">", new Literal(Rational.ZERO)));
            }
        }
        return conditions;
    }

    private static BigDecimal most(Expression part, List<Variable> variables) {
        return part instanceof Literal literal
                ? literal.value().toDecimal(0)
                : variables.stream()
                        .filter(variable -> part.equals(new Name(variable.name())))
                        .map(Variable::max)
                        .findFirst()
                        .orElseThrow();
    }

    private static Expression part(String text, @Nullable String name) {
        return name == null ? new Literal(Rational.parse(text)) : new Name(name);
    }

    /** What is large or grown costs or weighs more than what is small, as it did. */
    private static List<Condition> contrasts(List<Variable> variables) {
        var conditions = new ArrayList<Condition>();
        var sorted = variables.stream()
                .filter(variable -> variable.min().compareTo(variable.max()) < 0)
                .sorted(Comparator.comparing(Variable::value))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            var less = sorted.get(i - 1);
            var more = sorted.get(i);
            if (less.unit() != null
                    && less.unit().equals(more.unit())
                    && MEASURE.matcher(less.unit()).matches()
                    && less.value().compareTo(more.value()) < 0) {
                conditions.add(order(less, more));
            }
        }
        return conditions;
    }

    /** Nobody grows older than the oldest of the ranges, unless somebody did. */
    private static List<Condition> ages(Template template, Map<String, Rational> values) {
        return template.steps().stream()
                .filter(step -> inYears(step) || step.name().equals(template.answer()))
                .filter(step -> values.getOrDefault(step.name(), OLDEST).compareTo(OLDEST) < 0)
                .map(step -> (Condition) new Comparison(new Name(step.name()), "<=", new Literal(OLDEST)))
                .toList();
    }

    private static boolean inYears(Step step) {
        return step.unit() != null && step.unit().startsWith("year");
    }

    private static Condition order(Variable first, Variable second) {
        int order = first.value().compareTo(second.value());
        Expression left = new Name(first.name());
        return new Comparison(left, order < 0 ? "<" : order > 0 ? ">" : "==", new Name(second.name()));
    }
}
