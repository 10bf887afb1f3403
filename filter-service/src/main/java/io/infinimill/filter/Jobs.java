package io.infinimill.filter;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Sample;
import io.infinimill.operator.InvalidRecipe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The filters of each submitted job. */
@Component("filterJobs")
class Jobs {

    private final FilterOperators operators;
    private final Map<String, Bound> bound = new ConcurrentHashMap<>();

    Jobs(FilterOperators operators) {
        this.operators = operators;
    }

    /** A job's filters, or why there are none for a sample. */
    sealed interface Bound {

        record Ready(FilterChain chain, JobSubmitted job) implements Bound {}

        record Refused(String cause) implements Bound {}

        record Unknown(String cause) implements Bound {}
    }

    void submit(JobSubmitted job) {
        bound.put(job.jobId(), bind(job));
    }

    Bound of(Sample sample) {
        var known = bound.get(sample.jobId());
        if (known == null) {
            return new Bound.Unknown("job %s is not announced on jobs.submitted. Maybe create it with POST /api/v1/jobs"
                    .formatted(sample.jobId()));
        }
        var objection = known instanceof Bound.Ready ready ? ready.job().objectionTo(sample) : null;
        return objection == null ? known : new Bound.Refused(objection);
    }

    private Bound bind(JobSubmitted job) {
        try {
            return new Bound.Ready(operators.bind(job.recipe().filter()), job);
        } catch (InvalidRecipe e) {
            return new Bound.Refused("the recipe of job %s cannot run: %s".formatted(job.jobId(), e.getMessage()));
        }
    }
}
