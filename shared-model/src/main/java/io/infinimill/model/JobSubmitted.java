package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * A job was accepted for running. Sent by the generator before any of the job's work; the other services learn the
 * recipe from it.
 *
 * @param jobId the job
 * @param recipe what it runs
 * @param recipeHash hash of the recipe's canonical JSON, as the provenance of every sample repeats it
 * @param seedSet null for a job whose seeds arrive on {@link Topics#SEEDS_SUBMITTED} from outside
 * @param dataset the dataset its accepted samples go to
 * @param target accepted samples asked for, or null for as many as the seeds give
 */
public record JobSubmitted(
        String jobId,
        Recipe recipe,
        String recipeHash,
        @Nullable String seedSet,
        String dataset,
        @Nullable Long target) {

    public JobSubmitted {
        required("JobSubmitted", "jobId", jobId);
        required("JobSubmitted", "recipe", recipe);
        required("JobSubmitted", "recipeHash", recipeHash);
        required("JobSubmitted", "dataset", dataset);
    }
}
