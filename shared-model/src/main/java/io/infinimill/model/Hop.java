package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one stage did to a sample.
 *
 * @param stage {@code generate}, {@code filter} or {@code judge}
 * @param operators the operators that worked on it, as they print themselves
 * @param teacher name of the teacher that was asked, or null
 * @param model what the teacher runs, or null
 * @param promptHash hash of the prompt, or null
 * @param tokensIn tokens sent to the teacher, or null
 * @param tokensOut tokens that came back, or null
 * @param millis how long the teacher took, or null
 */
public record Hop(
        String stage,
        List<String> operators,
        @Nullable String teacher,
        @Nullable String model,
        @Nullable String promptHash,
        @Nullable Long tokensIn,
        @Nullable Long tokensOut,
        @Nullable Long millis) {

    public Hop {
        required("Hop", "stage", stage);
        operators = list("Hop", "operators", operators);
    }

    /** A hop without a teacher. */
    public static Hop of(String stage, List<String> operators) {
        return new Hop(stage, operators, null, null, null, null, null, null);
    }
}
