package io.infinimill.model;

import org.jspecify.annotations.Nullable;

/** Names a sample by what makes it, so that a redelivery has the same id and every sink is idempotent. */
public final class SampleId {

    private SampleId() {}

    /**
     * @param operator the operator that made it, as it prints itself
     * @param attempt which try at the same seed, from 0
     * @param variant which instance of the template, or null for a seed that yields no template
     */
    public static String of(String jobId, String seedId, String operator, int attempt, @Nullable Integer variant) {
        return Hash.of(
                "sample",
                jobId,
                seedId,
                operator,
                Integer.toString(attempt),
                variant == null ? null : Integer.toString(variant));
    }
}
