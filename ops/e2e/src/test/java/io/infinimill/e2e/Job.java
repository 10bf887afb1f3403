package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A job on the shipped seeds, watched through the API. */
record Job(String id, String dataset) {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 50;

    static Job submit(Api api, String dataset, int target) throws IOException, InterruptedException {
        var reply = api.postJson("/api/v1/jobs", """
                {"recipe": "math-annotated", "seedSet": "primer", "dataset": "%s", "target": %d}
                """.formatted(dataset, target));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return new Job(reply.json().path("id").asString(), dataset);
    }

    /** What the job's page says, once it says that. */
    JsonNode await(Api api, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        return await(api, LIMIT, condition);
    }

    /** A gateway whose service is away says so in a problem, which has no samples. */
    JsonNode await(Api api, Duration limit, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        var job = api.get("/api/v1/jobs/" + id).json();
        while (!condition.test(job)) {
            assertThat(System.nanoTime()).as("still %s", job).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            job = api.get("/api/v1/jobs/" + id).json();
        }
        return job;
    }

    /** The end: nothing is handed out and nothing is on its way. */
    JsonNode awaitEnd(Api api) throws IOException, InterruptedException {
        return awaitEnd(api, LIMIT);
    }

    JsonNode awaitEnd(Api api, Duration limit) throws IOException, InterruptedException {
        return await(api, limit, job -> isEnded(job) && count(job, "inFlight") == 0);
    }

    static boolean isEnded(JsonNode job) {
        return ENDED.contains(job.path("state").asString());
    }

    static long count(JsonNode job, String what) {
        return job.path("samples").path(what).asLong();
    }
}
