package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stranger's clients: Kafka's own, with JSON written by hand. They stream seeds and samples into a job and read what is
 * accepted; HTTP is only used to submit the job and to look at its end.
 */
class OutsideClientsIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone();

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private KafkaProducer<String, String> producer;
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void connect() throws Exception {
        var health = INFINIMILL.api().get("/actuator/health").json();
        var broker = health.at("/components/kafka/details/bootstrapServers").asString();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "stranger",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("samples.judged"));
    }

    @AfterEach
    void disconnect() {
        consumer.close();
        producer.close();
    }

    @Test
    void streamSeedsInAndAcceptedSamplesOut() throws Exception {
        var job = submit("streamed", 12);

        for (var finds : List.of(14, 25, 38)) {
            send("seeds.submitted", "seed-" + finds, """
                    {"jobId": "%s", "firstVariant": 0, "variants": 4, "seed": {
                      "id": "seed-%d", "set": "strangers", "format": "gsm8k",
                      "question": "Ada has 3 shells and finds %d more. How many shells has she now?",
                      "answer": "%d",
                      "solution": "She has 3 + %d = <<3+%d=%d>>%d shells."}}
                    """.formatted(
                            job.id(), finds, finds, 3 + finds, finds, finds, 3 + finds, 3 + finds));
        }
        var samples = judged(job, 4);

        assertThat(samples.values()).allSatisfy(sample -> {
            assertThat(sample.path("seedSet").asString()).isEqualTo("strangers");
            assertThat(sample.path("question").asString()).contains("shells");
            assertThat(sample.path("program").asString()).isNotBlank();
        });
        assertBalanced(job);
    }

    @Test
    void judgeSamplesOfTheirOwn() throws Exception {
        var job = submit("theirs", 1);

        send("samples.generated", "own-right", sample(job, "own-right", 42));
        send("samples.generated", "own-wrong", sample(job, "own-wrong", 43));
        var samples = judged(job, 1);
        var ended = job.awaitEnd(INFINIMILL.api());

        assertThat(samples.keySet()).isEqualTo(Set.of("own-right"));
        assertThat(ended.path("state").asString()).isEqualTo("completed");
        assertThat(job.await(INFINIMILL.api(), shown -> Job.count(shown, "rejected") == 1)
                        .path("reasons")
                        .get(0)
                        .path("stage")
                        .asString())
                .isEqualTo("judge");
        assertBalanced(job);
    }

    @Test
    void findTheContractOverHttp() throws Exception {
        var schema = INFINIMILL.api().get("/api/v1/schemas/SeedSubmitted");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.mediaType()).startsWith("application/json");
        assertThat(schema.json().path("title").asString()).isEqualTo("SeedSubmitted");
        assertThat(INFINIMILL
                        .api()
                        .get("/api/v1/schemas")
                        .json()
                        .at("/items/0/event")
                        .asString())
                .isEqualTo("JobSubmitted");
        assertThat(INFINIMILL
                        .api()
                        .get("/api/v1/asyncapi.json")
                        .json()
                        .path("asyncapi")
                        .asString())
                .isEqualTo("3.0.0");

        var unknown = INFINIMILL.api().get("/api/v1/schemas/SeedSubmited");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.mediaType()).startsWith("application/problem+json");
        assertThat(unknown.json().path("detail").asString()).endsWith("Maybe 'SeedSubmitted'");
    }

    private static Job submit(String dataset, int target) throws Exception {
        var reply = INFINIMILL.api().postJson("/api/v1/jobs", """
                {"recipe": "math-annotated", "dataset": "%s", "target": %d}
                """.formatted(dataset, target));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return new Job(reply.json().path("id").asString(), dataset);
    }

    private static String sample(Job job, String id, int answer) {
        return """
                {"sample": {"id": "%s", "jobId": "%s", "dataset": "%s", "kind": "math",
                  "question": "A box holds 6 eggs. How many eggs do 7 boxes of number %s hold?",
                  "style": "both", "program": "print(6 * 7)\\n", "solution": "They hold 6*7 = 42 eggs.", "answer": "%d",
                  "provenance": {"recipeHash": "a stranger's", "hops": []}}}
                """.formatted(id, job.id(), job.dataset(), id, answer);
    }

    private void send(String topic, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    /** The accepted samples of the job by their ids, at least so many. */
    private Map<String, JsonNode> judged(Job job, int least) {
        var samples = new LinkedHashMap<String, JsonNode>();
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (samples.size() < least) {
            assertThat(System.nanoTime()).as("read so far: %s", samples).isLessThan(deadline);
            for (var record : consumer.poll(Duration.ofMillis(250))) {
                var sample = JSON.readTree(record.value()).path("sample");
                if (sample.path("jobId").asString().equals(job.id())) {
                    samples.put(record.key(), sample);
                }
            }
        }
        return samples;
    }

    private static void assertBalanced(Job job) throws Exception {
        var shown = job.await(INFINIMILL.api(), now -> Job.count(now, "inFlight") == 0);
        assertThat(Job.count(shown, "generated"))
                .as(shown.toString())
                .isPositive()
                .isEqualTo(
                        Job.count(shown, "accepted") + Job.count(shown, "rejected") + Job.count(shown, "deadLettered"));
    }
}
