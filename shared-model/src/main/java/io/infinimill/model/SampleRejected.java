package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * A sample was turned down. Sent by the stage that did it; the dataset store keeps it with its reason. A seed that
 * yields no template is rejected as a sample that has only its question.
 *
 * @param sample the sample as it was when it was turned down
 * @param stage {@code generate}, {@code filter} or {@code judge}
 * @param operator kebab-case name of the operator that decided
 * @param reason stable code such as {@code too_short}
 * @param detail one sentence with the values that led to it
 */
public record SampleRejected(
        Sample sample,
        String stage,
        String operator,
        String reason,
        @Nullable String detail) {

    public static final String GENERATE = "generate";
    public static final String FILTER = "filter";
    public static final String JUDGE = "judge";

    public SampleRejected {
        required("SampleRejected", "sample", sample);
        required("SampleRejected", "stage", stage);
        required("SampleRejected", "operator", operator);
        required("SampleRejected", "reason", reason);
        detail = detail == null ? null : Required.writable(detail);
    }
}
