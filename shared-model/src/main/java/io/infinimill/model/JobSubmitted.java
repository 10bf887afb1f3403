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

    /** Why a sample that names this job is none of it, or null where it is: anyone may send samples. */
    public @Nullable String objectionTo(Sample sample) {
        if (!sample.dataset().equals(dataset)) {
            return "the sample is for dataset '%s', its job %s for '%s'. Maybe name the job's dataset"
                    .formatted(sample.dataset(), jobId, dataset);
        }
        if (!sample.kind().equals(Sample.MATH)) {
            return "the sample's kind is '%s'; known: %s".formatted(sample.kind(), Sample.MATH);
        }
        if (sample.style() != null && !Sample.STYLES.contains(sample.style())) {
            return "the sample's style is '%s'; known: %s".formatted(sample.style(), String.join(", ", Sample.STYLES));
        }
        return null;
    }
}
