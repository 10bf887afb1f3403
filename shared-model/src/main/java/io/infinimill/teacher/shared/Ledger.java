package io.infinimill.teacher.shared;

import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.TeacherException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came back from a teacher so far. */
final class Ledger {

    private static final double RECENT = 0.01;

    private long replies;
    private Usage usage = Usage.NONE;
    private double latencyNanos;
    private final Map<String, Long> failures = new TreeMap<>();
    private @Nullable String lastFailure;

    void replied(long nanos, Usage used) {
        latencyNanos = replies == 0 ? nanos : latencyNanos + RECENT * (nanos - latencyNanos);
        replies++;
        usage = usage.plus(used);
    }

    void failed(TeacherException failure) {
        failures.merge(failure.getClass().getSimpleName(), 1L, Long::sum);
        lastFailure = failure.getMessage();
    }

    TeacherHealth health(String model, String state, int limit, Lines lines, int retrying) {
        var jobs = new TreeMap<String, TeacherHealth.JobShare>();
        lines.all().forEach((job, line) -> jobs.put(job, new TeacherHealth.JobShare(line.inFlight(), line.waiting())));
        return new TeacherHealth(
                model,
                state,
                limit,
                lines.inFlight(),
                lines.waiting(),
                retrying,
                replies,
                usage,
                Duration.ofNanos((long) latencyNanos),
                Map.copyOf(failures),
                lastFailure,
                jobs);
    }
}
