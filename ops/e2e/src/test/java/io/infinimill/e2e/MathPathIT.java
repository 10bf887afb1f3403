package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.wire.Wire;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A job from the seeds to the exported file, also through a crash. */
class MathPathIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone();

    private static final int TARGET = 1000;
    private static final int LARGE_TARGET = 6000;

    @Test
    void accountsForEverySampleUpToTheExport() throws Exception {
        var job = Job.submit(INFINIMILL.api(), "plain", TARGET);

        var ended = job.awaitEnd(INFINIMILL.api());

        assertBalanced(ended, TARGET);
        var samples = exportedSamples("plain");
        assertThat(samples).hasSize((int) Job.count(ended, "accepted"));
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.path("question").asString()).isNotBlank();
            assertThat(sample.path("answer").asString()).isNotBlank();
        });
    }

    @Test
    void finishesAJobThroughAKilledProcess() throws Exception {
        var job = Job.submit(INFINIMILL.api(), "killed", LARGE_TARGET);
        job.await(INFINIMILL.api(), running -> Job.count(running, "accepted") > 500);

        INFINIMILL.kill();
        INFINIMILL.start();
        var ended = job.awaitEnd(INFINIMILL.api());

        assertBalanced(ended, LARGE_TARGET);
        var samples = exportedSamples("killed");
        assertThat(samples).hasSize((int) Job.count(ended, "accepted"));
        assertThat(samples.stream().map(sample -> sample.path("id").asString())).doesNotHaveDuplicates();
    }

    private static void assertBalanced(JsonNode job, int target) {
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("completed");
        assertThat(Job.count(job, "accepted")).isGreaterThanOrEqualTo(target);
        assertThat(Job.count(job, "deadLettered")).isZero();
        assertThat(Job.count(job, "generated")).isEqualTo(Job.count(job, "accepted") + Job.count(job, "rejected"));
        var reasons = StreamSupport.stream(job.path("reasons").spliterator(), false);
        assertThat(reasons.mapToLong(reason -> reason.path("count").asLong()).sum())
                .isEqualTo(Job.count(job, "rejected"));
    }

    private static List<JsonNode> exportedSamples(String dataset) throws Exception {
        var versions = "/api/v1/datasets/%s/versions".formatted(dataset);
        var version = INFINIMILL.api().postJson(versions, "{\"note\": \"all of it\"}");
        assertThat(version.status()).as(version.body()).isEqualTo(201);
        var number = version.json().path("number").asInt();
        var export = INFINIMILL.api().get(versions + "/" + number + "/exports/jsonl");
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        return export.body().lines().map(Wire.MAPPER::readTree).toList();
    }
}
