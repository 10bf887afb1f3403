package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drafts problems for tests. */
final class Drafts {

    private Drafts() {}

    static Decoupling drafted(String format, String question, String answer, String solution) {
        return new Drafting(true, 1, "Annotated").draft(Seed.of("own", format, question, answer, solution));
    }

    static Template decoupled(String question, String answer, String solution) {
        return decoupled("gsm8k", question, answer, solution);
    }

    static Template decoupled(String format, String question, String answer, String solution) {
        var drafted = drafted(format, question, answer, solution);
        assertThat(drafted).as(drafted.toString()).isInstanceOf(Decoupled.class);
        return ((Decoupled) drafted).template();
    }

    /** The original values of the variables. */
    static List<Integer> values(Template template) {
        return template.variables().stream()
                .map(Variable::value)
                .map(value -> value.intValueExact())
                .toList();
    }

    /** The name of the variable with this original value. */
    static String name(Template template, int value) {
        return template.variables().stream()
                .filter(variable -> variable.value().intValueExact() == value)
                .findFirst()
                .orElseThrow()
                .name();
    }

    static Rational answer(Template template, Map<String, Integer> values) {
        Map<String, Rational> all = new HashMap<>();
        values.forEach((name, value) -> all.put(name, Rational.of(value)));
        for (var step : template.steps()) {
            all.put(step.name(), Expression.parse(step.expression()).evaluate(all));
        }
        return all.getOrDefault(String.valueOf(template.answer()), Rational.ZERO);
    }
}
