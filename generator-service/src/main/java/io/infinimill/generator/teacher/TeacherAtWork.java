package io.infinimill.generator.teacher;

import io.infinimill.teacher.shared.TeacherHealth;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher does for one job now, in this process.
 *
 * @param state {@code up}, {@code down} or {@code trying}
 * @param slots how many requests of all jobs may be in flight
 * @param inFlight requests of this job
 * @param waiting requests of this job that have no slot yet
 * @param lastFailure while it is not up, or null
 */
public record TeacherAtWork(
        String teacher,
        String state,
        int slots,
        int inFlight,
        int waiting,
        @Nullable String lastFailure) {

    static TeacherAtWork of(String teacher, TeacherHealth health, String jobId) {
        var share = health.jobs().getOrDefault(jobId, new TeacherHealth.JobShare(0, 0));
        return new TeacherAtWork(
                teacher,
                health.state(),
                health.limit(),
                share.inFlight(),
                share.waiting(),
                health.state().equals("up") ? null : health.lastFailure());
    }
}
