package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * A program that failed and its repaired twin: the two sides of a preference.
 *
 * @param rejected the program that failed, as the teacher wrote it; the whole reply where it had none
 * @param reason stable code of the failure
 * @param detail what the teacher was told of it, or null
 * @param chosen the program that was verified, as the teacher wrote it
 */
public record Correction(
        String rejected, String reason, @Nullable String detail, String chosen) {

    public Correction {
        required("Correction", "rejected", rejected);
        required("Correction", "reason", reason);
        required("Correction", "chosen", chosen);
    }
}
