package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * How a template earned its place.
 *
 * @param method such as {@code executed}: the program was run with the seed's numbers
 * @param operator the decoupler that made the template, as it prints itself
 * @param expected the seed's known answer
 * @param actual what the program returned for the seed's numbers
 */
public record Verification(
        String method,
        String operator,
        @Nullable String expected,
        @Nullable String actual) {

    public Verification {
        required("Verification", "method", method);
        required("Verification", "operator", operator);
    }
}
