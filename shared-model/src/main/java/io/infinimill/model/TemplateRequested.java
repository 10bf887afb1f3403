package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * A seed that no decoupler without a teacher could read is to be decoupled by one. Sent by the generator; when the seed
 * has its template, or the reason why there is none, the order goes to {@link Topics#SEEDS_SUBMITTED} again.
 *
 * @param jobId the job the samples are for
 * @param seed what a teacher is asked about
 * @param firstVariant as in {@link SeedSubmitted}
 * @param variants as in {@link SeedSubmitted}
 */
public record TemplateRequested(
        String jobId,
        Seed seed,
        @Nullable Integer firstVariant,
        @Nullable Integer variants) {

    public TemplateRequested {
        required("TemplateRequested", "jobId", jobId);
        required("TemplateRequested", "seed", seed);
    }
}
