package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * One line of a template's computation.
 *
 * @param name what it computes; later steps and the worked text refer to it
 * @param expression over variables, constants and earlier steps, in the language of {@code
 *     io.infinimill.arithmetic.Expression}
 * @param type {@code integer} where it counts things (it must stay whole), else {@code decimal}
 * @param unit what it counts or measures, or null
 * @param comment one line that says what is computed, without numbers
 */
public record Step(
        String name,
        String expression,
        String type,
        @Nullable String unit,
        String comment) {

    public Step {
        required("Step", "name", name);
        required("Step", "expression", expression);
        required("Step", "type", type);
        required("Step", "comment", comment);
    }

    public boolean integer() {
        return type.equals(Variable.INTEGER);
    }
}
