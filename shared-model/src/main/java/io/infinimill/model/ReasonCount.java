package io.infinimill.model;

import static io.infinimill.model.Required.required;

/**
 * How many samples an operator of a stage rejected for a reason.
 *
 * @param stage {@code generate}, {@code filter} or {@code judge}
 * @param operator kebab-case name of the operator
 * @param reason stable code such as {@code too_short}
 * @param count distinct samples
 */
public record ReasonCount(String stage, String operator, String reason, Long count) {

    public ReasonCount {
        required("ReasonCount", "stage", stage);
        required("ReasonCount", "operator", operator);
        required("ReasonCount", "reason", reason);
        required("ReasonCount", "count", count);
    }
}
