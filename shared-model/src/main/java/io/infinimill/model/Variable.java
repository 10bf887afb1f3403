package io.infinimill.model;

import static io.infinimill.model.Required.decimal;
import static io.infinimill.model.Required.required;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the problem that may change.
 *
 * @param name as in the placeholder {@code {name}} and the program's parameter
 * @param type {@code integer} or {@code decimal}
 * @param unit what it counts or measures, such as {@code apples}, {@code dollars}, {@code percent}, or null
 * @param min least sensible value
 * @param max greatest sensible value
 * @param step values are {@code min + i * step}; such as 1 for counts, 5 for a percentage, 0.25 for a price
 * @param value in the seed
 * @param role {@code used}, or {@code unused} for a number that does not change the answer (a distractor)
 */
public record Variable(
        String name,
        String type,
        @Nullable String unit,
        BigDecimal min,
        BigDecimal max,
        BigDecimal step,
        BigDecimal value,
        String role) {

    public static final String INTEGER = "integer";
    public static final String DECIMAL = "decimal";
    public static final String USED = "used";
    public static final String UNUSED = "unused";

    public Variable {
        required("Variable", "name", name);
        required("Variable", "type", type);
        decimal("Variable", "min", min);
        decimal("Variable", "max", max);
        decimal("Variable", "step", step);
        decimal("Variable", "value", value);
        required("Variable", "role", role);
    }

    public boolean integer() {
        return type.equals(INTEGER);
    }
}
