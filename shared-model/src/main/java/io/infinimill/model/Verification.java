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
 * @param teaching what a teacher had to do with it, or null where none was asked
 */
public record Verification(
        String method,
        String operator,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable Teaching teaching) {

    public Verification {
        required("Verification", "method", method);
        required("Verification", "operator", operator);
    }

    /** Without a teacher. */
    public Verification(String method, String operator, @Nullable String expected, @Nullable String actual) {
        this(method, operator, expected, actual, null);
    }
}
