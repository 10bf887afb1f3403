package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * A seed is to be turned into samples of a job. Sent by the generator for the seeds of a job's set, or by an outside
 * producer that streams seeds into a running job.
 *
 * @param jobId the job the samples are for
 * @param seed what to make them from
 * @param firstVariant the variants to make start with this one; null means 0
 * @param variants how many variants to make; null means as many as the recipe's scaler allows per template
 */
public record SeedSubmitted(
        String jobId,
        Seed seed,
        @Nullable Integer firstVariant,
        @Nullable Integer variants) {

    public SeedSubmitted {
        required("SeedSubmitted", "jobId", jobId);
        required("SeedSubmitted", "seed", seed);
        notNegative("firstVariant", firstVariant);
        notNegative("variants", variants);
    }

    private static void notNegative(String component, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(
                    "SeedSubmitted.%s is %d and must be at least 0".formatted(component, value));
        }
    }
}
