package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Jobs whose containers are killed, or are several of a kind. */
class ContainersUnderLoadIT {

    @RegisterExtension
    static final Compose COMPOSE = new Compose();

    private static final Logger LOG = LoggerFactory.getLogger(ContainersUnderLoadIT.class);
    private static final int TARGET = 50_000;
    private static final int VARIANTS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** Those without whom nothing is done come last: a job gets far while others start again. */
    private static final List<String> CONTAINERS = List.of(
            "sandbox",
            "kafka",
            "postgres",
            "generator-service",
            "gateway",
            "judge-service",
            "filter-service",
            "dataset-store");

    @Test
    void reachesItsTargetThoughEachContainerIsKilledInTurn() throws Exception {
        var jobs = new ArrayList<>(List.of(Job.submit(COMPOSE.api(), "killed-1", TARGET)));
        var accepted = 0L;
        for (var container : CONTAINERS) {
            accepted = acceptedAtWork(jobs, accepted);
            COMPOSE.kill(container);
            COMPOSE.start(container);
            LOG.info("killed {} and started it again, at {} accepted", container, accepted);
        }

        for (var job : jobs) {
            assertNothingLost(job);
        }
    }

    /**
     * What the last job has accepted by now: more than so far, and less than all. A fast machine is done with a job while
     * containers start again; then the next one is begun.
     */
    private static long acceptedAtWork(List<Job> jobs, long soFar) throws IOException, InterruptedException {
        var shown = jobs.getLast()
                .await(COMPOSE.api(), LIMIT, job -> Job.count(job, "accepted") > soFar || Job.isEnded(job));
        if (Job.isEnded(shown)) {
            jobs.add(Job.submit(COMPOSE.api(), "killed-" + (jobs.size() + 1), TARGET));
            shown = jobs.getLast().await(COMPOSE.api(), LIMIT, job -> Job.count(job, "accepted") > 0);
        }
        assertThat(shown.path("state").asString()).as(shown.toString()).isEqualTo("running");
        return Job.count(shown, "accepted");
    }

    private static void assertNothingLost(Job job) throws IOException, InterruptedException {
        var ended = job.awaitEnd(COMPOSE.api(), LIMIT);
        LOG.info("{} ended as {}", job.dataset(), ended.path("samples"));
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("completed");
        assertThat(Job.count(ended, "accepted")).isGreaterThanOrEqualTo(TARGET);
        assertThat(Job.count(ended, "deadLettered"))
                .as(COMPOSE.api().get("/api/v1/dead-letters").body())
                .isZero();
        assertThat(Job.count(ended, "generated"))
                .isEqualTo(Job.count(ended, "accepted") + Job.count(ended, "rejected"));
        var samples = Exported.of(COMPOSE.api(), job.dataset()).samples();
        assertThat(samples).hasSize((int) Job.count(ended, "accepted"));
        assertThat(samples.stream().map(it -> it.path("id").asString())).doesNotHaveDuplicates();
    }

    @Test
    void twoFiltersAndTwoJudgesMakeWhatOneOfEachMakes() throws Exception {
        var one = wholeResult("one");
        COMPOSE.compose(
                "up",
                "--detach",
                "--wait",
                "--no-recreate",
                "--scale",
                "filter-service=2",
                "--scale",
                "judge-service=2");
        try {
            var before = new TreeMap<String, Map<String, Long>>();
            for (var group : List.of("filter-service", "judge-service")) {
                before.put(group, read(group));
            }

            var two = wholeResult("two");

            assertThat(two).isEqualTo(one);
            for (var group : before.keySet()) {
                var shares = read(group);
                before.get(group).forEach((replica, records) -> shares.merge(replica, -records, Long::sum));
                LOG.info("records that each replica of {} read: {}", group, shares);
                assertThat(shares)
                        .hasSize(2)
                        .allSatisfy((replica, records) -> assertThat(records).isPositive());
            }
        } finally {
            COMPOSE.compose(
                    "up",
                    "--detach",
                    "--wait",
                    "--no-recreate",
                    "--scale",
                    "filter-service=1",
                    "--scale",
                    "judge-service=1");
        }
    }

    /** Every sample that a bounded recipe can make: its texts, for ids differ from job to job. */
    private static Set<String> wholeResult(String dataset) throws IOException, InterruptedException {
        var recipe =
                (ObjectNode) COMPOSE.api().get("/api/v1/recipes/math-annotated").json();
        ((ObjectNode) recipe.at("/generate/1/parameters")).put("most", VARIANTS);
        var request = Wire.MAPPER.createObjectNode();
        request.set("recipe", recipe);
        request.put("seedSet", "primer").put("dataset", dataset).put("target", 1_000_000);
        var reply = COMPOSE.api().postJson("/api/v1/jobs", request.toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        var ended = new Job(reply.json().path("id").asString(), dataset).awaitEnd(COMPOSE.api(), LIMIT);
        LOG.info("{} ended as {}", dataset, ended.path("samples"));
        return Exported.of(COMPOSE.api(), dataset).samples().stream()
                .map(ContainersUnderLoadIT::text)
                .collect(Collectors.toSet());
    }

    private static String text(JsonNode sample) {
        return sample.path("question").asString() + "\n" + sample.path("answer").asString();
    }

    /** Offsets of a consumer group, summed by the replica that holds the partitions. */
    private static Map<String, Long> read(String group) throws IOException, InterruptedException {
        var described = COMPOSE.compose(
                "exec",
                "--no-TTY",
                "kafka",
                "/opt/kafka/bin/kafka-consumer-groups.sh",
                "--bootstrap-server",
                "kafka:9092",
                "--describe",
                "--group",
                group);
        // GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG CONSUMER-ID HOST CLIENT-ID
        return described
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length == 9 && words[1].startsWith("samples.") && words[3].matches("\\d+"))
                .collect(Collectors.groupingBy(
                        words -> words[7], TreeMap::new, Collectors.summingLong(words -> Long.parseLong(words[3]))));
    }
}
