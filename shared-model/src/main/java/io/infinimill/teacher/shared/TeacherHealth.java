package io.infinimill.teacher.shared;

import io.infinimill.teacher.ChatReply.Usage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a teacher does, for display.
 *
 * @param state {@code up}, {@code down} (nobody asks for a while) or {@code trying} (a few ask, to see)
 * @param limit how many may be in flight now
 * @param waiting how many have no turn yet
 * @param retrying how many pause after a failure
 * @param latency mean of the last hundred replies or so; zero before the first
 * @param failures how many requests failed, by the kind of failure, since the start
 * @param jobs who is asking now
 */
public record TeacherHealth(
        String model,
        String state,
        int limit,
        int inFlight,
        int waiting,
        int retrying,
        long replies,
        Usage usage,
        Duration latency,
        Map<String, Long> failures,
        @Nullable String lastFailure,
        Map<String, JobShare> jobs) {

    public record JobShare(int inFlight, int waiting) {}
}
