package io.infinimill.judge;

import org.jspecify.annotations.Nullable;

/** What a judge found. */
public sealed interface Finding {

    /**
     * @param score in the judge's own scale; 1 for a check that passed
     * @param rationale why, or null where the score says it all
     */
    record Accepted(double score, @Nullable String rationale) implements Finding {}

    /**
     * @param reason stable code such as {@code answer_mismatch}
     * @param detail one sentence with the values that led to it
     */
    record Rejected(String reason, String detail) implements Finding {}
}
