package io.infinimill.filter;

import static io.infinimill.filter.Samples.announced;
import static io.infinimill.filter.Samples.instance;
import static io.infinimill.filter.Samples.job;
import static io.infinimill.filter.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.SampleGenerated;
import io.infinimill.model.Topics;
import io.infinimill.testing.TestBroker;
import io.infinimill.wire.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service against a real broker, stopped and started again with and without what it kept on disk. */
class FilterServiceIT {

    private static final TestBroker BROKER = TestBroker.start();
    private static final String STAMPS = "Mara has {a} coins and buys {b} stamps at {c} coins each. What is left?";

    @TempDir
    private Path directory;

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    @Test
    void aRestartForgetsNeitherJobsNorTemplatesNorFingerprintsEvenWithoutItsDisk() throws Exception {
        try (var producer = producer();
                var filtered = consumer(Topics.SAMPLES_FILTERED);
                var rejected = consumer(Topics.SAMPLES_REJECTED)) {
            try (var _ = start("first")) {
                send(
                        producer,
                        Topics.JOBS_SUBMITTED,
                        "job",
                        job(
                                use(
                                        "near-duplicate-template",
                                        Map.of("threshold", 0.8, "shingle-words", 3, "permutations", 128)),
                                use("exact-duplicate", Map.of())));
                send(producer, Topics.TEMPLATES_VERIFIED, "first", announced("first", STAMPS));
                send(producer, Topics.TEMPLATES_VERIFIED, "second", announced("second", STAMPS));
                send(producer, Topics.SAMPLES_GENERATED, "a", new SampleGenerated(instance("a", "first", 23)));
                assertThat(keys(read(filtered, 1))).containsExactly("a");
            }
            for (var disk : List.of("first", "second")) {
                try (var _ = start(disk)) {
                    send(producer, Topics.SAMPLES_GENERATED, "b", new SampleGenerated(instance("b", "second", 23)));
                    send(producer, Topics.SAMPLES_GENERATED, "c", new SampleGenerated(instance("c", "first", 23)));
                    send(producer, Topics.SAMPLES_GENERATED, "a", new SampleGenerated(instance("a", "first", 23)));
                    assertThat(keys(read(rejected, 2))).containsExactlyInAnyOrder("b", "c");
                    assertThat(keys(read(filtered, 1))).containsExactly("a");
                }
            }
        }
    }

    @Test
    void listsItsOperatorsAndRefusesWhatCannotRun() throws Exception {
        try (var service = start("http")) {
            var base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port")
                    + "/api/v1/operators/filter";

            assertThat(send(HttpRequest.newBuilder(URI.create(base)).GET()).body())
                    .contains("exact-duplicate", "near-duplicate-template", "number-plausibility", "shingle-words");
            assertThat(bind(base, "[{\"operator\":\"exact-duplicate\",\"parameters\":{}}]")
                            .statusCode())
                    .isEqualTo(204);
            var refusal = bind(base, "[{\"operator\":\"exact-duplicates\"},{\"operator\":\"question-length\"}]");
            assertThat(refusal.statusCode()).isEqualTo(422);
            assertThat(refusal.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(refusal.body())
                    .contains("\"faults\":[", "unknown operator 'exact-duplicates'", "parameter 'min' is missing");
            assertThat(bind(base, "[{\"operator\":\"exact-duplicate\"},{\"operator\":\"exact-duplicate\"}]")
                            .body())
                    .contains("more than one operator drops duplicates");
        }
    }

    @Test
    void asksForAKeyByItself() throws Exception {
        try (var service = start("guarded", "--infinimill.api-keys=secret", "--infinimill.service-key=between us")) {
            var address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
            var operators = URI.create(address + "/api/v1/operators/filter");
            var metrics = URI.create(address + "/actuator/prometheus");

            assertThat(send(HttpRequest.newBuilder(operators)).statusCode()).isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(metrics)).statusCode()).isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(URI.create(address + "/actuator/health")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(operators).header("X-API-Key", "secret"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(metrics).header("Authorization", "Bearer between us"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext start(String disk, String... settings) {
        return new SpringApplicationBuilder(FilterService.class)
                .properties(
                        "spring.config.name=filter-service",
                        "KAFKA_BOOTSTRAP_SERVERS=" + BROKER.addresses(),
                        "HTTP_PORT=0",
                        "INFINIMILL_FILTER_STATE=" + directory.resolve(disk))
                .run(Stream.concat(Stream.of("--infinimill.kafka.partitions=2"), Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    private static HttpResponse<String> bind(String base, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + "/bindings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, Object event)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, key, Wire.write(event))).get();
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.addresses()), new StringSerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BROKER.addresses(),
                        "group.id",
                        topic + "-test",
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "200",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static List<ConsumerRecord<String, byte[]>> read(KafkaConsumer<String, byte[]> consumer, int count) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (records.size() < count && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    private static List<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(ConsumerRecord::key).toList();
    }
}
