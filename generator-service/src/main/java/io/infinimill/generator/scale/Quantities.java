package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables, steps and conditions of a template, parsed once, evaluated exactly. */
record Quantities(List<Variable> variables, Map<String, Expression> steps, List<Condition> conditions) {

    /** An integer step must stay whole, so its condition is added where it is not stated. */
    static Quantities of(Template template) {
        var steps = new LinkedHashMap<String, Expression>();
        var conditions = new ArrayList<Condition>();
        template.conditions().forEach(condition -> conditions.add(Condition.parse(condition)));
        for (var step : template.steps()) {
            steps.put(step.name(), Expression.parse(step.expression()));
        }
        template.steps().stream()
                .filter(Step::integer)
                .map(step -> new Condition.Whole(new Expression.Name(step.name())))
                .filter(condition -> !conditions.contains(condition))
                .forEach(conditions::add);
        return new Quantities(template.variables(), steps, List.copyOf(conditions));
    }

    /** The seed's numbers. */
    Map<String, BigDecimal> original() {
        var values = new LinkedHashMap<String, BigDecimal>();
        variables.forEach(variable -> values.put(variable.name(), variable.value()));
        return values;
    }

    /**
     * Every variable and step by name.
     *
     * @throws ArithmeticException when a step has no value
     */
    Map<String, Rational> evaluate(Map<String, BigDecimal> values) {
        var all = new HashMap<String, Rational>();
        values.forEach((name, value) -> all.put(name, Rational.of(value)));
        steps.forEach((name, expression) -> all.put(name, expression.evaluate(all)));
        return all;
    }
}
