package io.infinimill.generator.taught;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a teacher replied, once it fits the schema. */
record Proposal(String generalQuestion, List<Quantity> variables, List<String> criteria, String program) {

    /** A variable as the teacher describes it. */
    record Quantity(
            String name,
            BigDecimal value,
            @Nullable String unit,
            boolean integer,
            BigDecimal min,
            BigDecimal max,
            boolean needed) {}

    static Proposal of(JsonNode reply) {
        var variables = new ArrayList<Quantity>();
        for (var variable : reply.path("variables")) {
            var unit = variable.path("unit");
            variables.add(new Quantity(
                    variable.path("name").stringValue(),
                    variable.path("value").decimalValue(),
                    unit.isString() ? unit.stringValue() : null,
                    variable.path("integer").booleanValue(),
                    variable.path("min").decimalValue(),
                    variable.path("max").decimalValue(),
                    variable.path("needed").booleanValue()));
        }
        var criteria = new ArrayList<String>();
        for (var criterion : reply.path("criteria")) {
            criteria.add(criterion.stringValue());
        }
        return new Proposal(
                reply.path("general_question").stringValue(),
                variables,
                criteria,
                reply.path("program").stringValue());
    }
}
