package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A job from its submission until nothing of it is in flight.
 *
 * @param job as the API shows it in the end
 * @param wall since it was submitted
 * @param first until the first accepted sample was seen
 */
record JobRun(JsonNode job, Duration wall, Duration first) {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
    private static final int POLL_MILLIS = 200;
    private static final Duration STALLED = Duration.ofMinutes(3);

    /** @throws IOException when it fails, or makes no progress for minutes */
    static JobRun follow(ApiClient api, Map<String, ?> request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var job = api.post("/jobs", request);
        var path = "/jobs/" + job.path("id").asString();
        var first = Duration.ZERO;
        var moved = start;
        while (!ENDED.contains(job.path("state").asString()) || count(job, "inFlight") > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            var next = api.get(path);
            var now = System.nanoTime();
            if (first.isZero() && count(next, "accepted") > 0) {
                first = Duration.ofNanos(now - start);
            }
            if (!progress(next).equals(progress(job))) {
                moved = now;
            } else if (now - moved > STALLED.toNanos()) {
                throw new IOException("no progress for %s: %s".formatted(STALLED, next));
            }
            job = next;
        }
        if (!job.path("state").asString().equals("completed")) {
            throw new IOException("the job did not complete: " + job);
        }
        return new JobRun(job, Duration.ofNanos(System.nanoTime() - start), first);
    }

    String id() {
        return job.path("id").asString();
    }

    long samples(String which) {
        return count(job, which);
    }

    long templates() {
        return job.path("seeds").path("decoupled").asLong();
    }

    long refused() {
        return job.path("seeds").path("refused").asLong();
    }

    double seconds() {
        return wall.toMillis() / 1000.0;
    }

    /** One line per reason, the most frequent first. */
    void reasons(String stage, long whole, String ofWhat) {
        job.path("reasons")
                .valueStream()
                .filter(reason ->
                        stage.isEmpty() || reason.path("stage").asString().equals(stage))
                .sorted((a, b) ->
                        Long.compare(b.path("count").asLong(), a.path("count").asLong()))
                .forEach(reason -> Figures.share(
                        "  %s, %s: %s"
                                .formatted(
                                        reason.path("stage").asString(),
                                        reason.path("operator").asString(),
                                        reason.path("reason").asString()),
                        reason.path("count").asLong(),
                        whole,
                        ofWhat));
    }

    long reason(String code) {
        return job.path("reasons")
                .valueStream()
                .filter(reason -> reason.path("reason").asString().equals(code))
                .mapToLong(reason -> reason.path("count").asLong())
                .sum();
    }

    /** @throws IOException when a sample has disappeared */
    void requireBalance() throws IOException {
        var settled = samples("accepted") + samples("rejected") + samples("deadLettered");
        if (samples("generated") != settled || samples("inFlight") != 0) {
            throw new IOException("generated %d is not accepted %d + rejected %d + dead-lettered %d, in flight %d"
                    .formatted(
                            samples("generated"),
                            samples("accepted"),
                            samples("rejected"),
                            samples("deadLettered"),
                            samples("inFlight")));
        }
    }

    private static long count(JsonNode job, String which) {
        return job.path("samples").path(which).asLong();
    }

    private static String progress(JsonNode job) {
        return job.path("state").asString()
                + job.path("seeds")
                + job.path("samples")
                + job.path("spending").path("asked");
    }
}
