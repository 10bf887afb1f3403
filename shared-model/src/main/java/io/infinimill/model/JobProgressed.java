package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a job's samples so far. Sent by the dataset store after each stored batch; totals, never
 * differences, so the last one says everything.
 *
 * @param jobId the job
 * @param sequence grows with every event of the job
 * @param accepted distinct samples stored
 * @param rejected distinct samples kept with a reason
 * @param deadLettered distinct samples that could not be processed
 * @param reasons how the rejected divide
 * @param outside how many of the accepted, rejected and dead-lettered are outside producers' samples; null means none
 */
public record JobProgressed(
        String jobId,
        Long sequence,
        Long accepted,
        Long rejected,
        Long deadLettered,
        List<ReasonCount> reasons,
        @Nullable Long outside) {

    public JobProgressed {
        required("JobProgressed", "jobId", jobId);
        required("JobProgressed", "sequence", sequence);
        required("JobProgressed", "accepted", accepted);
        required("JobProgressed", "rejected", rejected);
        required("JobProgressed", "deadLettered", deadLettered);
        reasons = list("JobProgressed", "reasons", reasons);
    }
}
