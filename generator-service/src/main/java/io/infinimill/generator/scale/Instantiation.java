package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template with the numbers a user gave.
 *
 * @param question the problem with these numbers
 * @param program stand-alone Python that prints the answer
 * @param solution worked text, or null where the template has none
 * @param answer computed exactly, or null where only the program is known
 * @param outsideRange variables whose number is outside its range or breaks a condition; the instance is computed all
 *     the same, but need not make sense
 */
public record Instantiation(
        String question,
        String program,
        @Nullable String solution,
        @Nullable String answer,
        List<String> outsideRange) {

    /** Longer numbers belong to no word problem and would only cost time. */
    private static final int MOST_DIGITS = 40;

    public Instantiation {
        outsideRange = List.copyOf(outsideRange);
    }

    /** @throws InvalidValues naming each variable that is missing, unknown or mistyped, or the step without a value */
    public static Instantiation of(Template template, Map<String, BigDecimal> values) {
        check(template.variables(), values);
        var ordered = new LinkedHashMap<String, BigDecimal>();
        template.variables().forEach(variable -> ordered.put(variable.name(), value(values, variable)));
        var quantities = Quantities.of(template);
        var exact = evaluate(quantities, ordered);
        var outside = outside(quantities, ordered, exact);
        var sheet = new Sheet(outside.isEmpty() || template.answer() == null ? template : unassured(template), true);
        return new Instantiation(
                sheet.question(exact),
                sheet.program(Set.of(), ordered),
                sheet.solution(exact),
                sheet.answer(exact),
                template.variables().stream()
                        .map(Variable::name)
                        .filter(outside::contains)
                        .toList());
    }

    private static BigDecimal value(Map<String, BigDecimal> values, Variable variable) {
        var value = values.get(variable.name());
        return value == null ? variable.value() : ProgramText.plain(value);
    }

    private static void check(List<Variable> variables, Map<String, BigDecimal> values) {
        var faults = new ArrayList<String>();
        var names = variables.stream().map(Variable::name).toList();
        for (var variable : variables) {
            var value = values.get(variable.name());
            if (value == null) {
                faults.add("'%s' is missing (%s, %s to %s)"
                        .formatted(
                                variable.name(),
                                variable.type(),
                                ProgramText.literal(variable.min()),
                                ProgramText.literal(variable.max())));
            } else if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                faults.add("'%s' has more than %d digits".formatted(variable.name(), MOST_DIGITS));
            } else if (variable.integer() && !Rational.of(value).isWhole()) {
                faults.add("'%s' must be an integer and is %s".formatted(variable.name(), value.toPlainString()));
            }
        }
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add("'%s' is unknown; known: %s".formatted(name, String.join(", ", names))));
        if (!faults.isEmpty()) {
            throw new InvalidValues(faults);
        }
    }

    private static Map<String, Rational> evaluate(Quantities quantities, Map<String, BigDecimal> values) {
        try {
            return quantities.evaluate(values);
        } catch (ArithmeticException e) {
            throw new InvalidValues(List.of("these numbers give no answer: %s. Maybe another value for one of %s"
                    .formatted(e.getMessage(), values.keySet())));
        }
    }

    private static Set<String> outside(
            Quantities quantities, Map<String, BigDecimal> values, Map<String, Rational> exact) {
        var outside = new HashSet<String>();
        for (var variable : quantities.variables()) {
            var value = values.getOrDefault(variable.name(), variable.value());
            if (value.compareTo(variable.value()) != 0 && !Domain.of(variable).contains(value)) {
                outside.add(variable.name());
            }
        }
        var sources = new HashMap<String, Set<String>>();
        values.keySet().forEach(name -> sources.put(name, Set.of(name)));
        quantities.steps().forEach((name, expression) -> sources.put(name, variables(expression.names(), sources)));
        for (Condition condition : quantities.conditions()) {
            if (!holds(condition, exact)) {
                outside.addAll(variables(condition.names(), sources));
            }
        }
        return outside;
    }

    private static boolean holds(Condition condition, Map<String, Rational> exact) {
        try {
            return condition.holds(exact);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static Set<String> variables(Set<String> names, Map<String, Set<String>> sources) {
        var variables = new HashSet<String>();
        names.forEach(name -> variables.addAll(sources.getOrDefault(name, Set.of())));
        return variables;
    }

    /** The same template with a program that takes no division to be exact. */
    private static Template unassured(Template template) {
        return Rewritten.withProgram(template, ProgramText.of(template).unassured(true));
    }
}
