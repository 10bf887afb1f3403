package io.infinimill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Topics;
import io.infinimill.testing.TestBroker;
import io.infinimill.wire.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.support.KafkaHeaders;

/** The service against a real broker and a real sandbox. */
class JudgeServiceIT {

    private static final TestBroker BROKER = TestBroker.start();

    @BeforeAll
    static void createTopics() {
        BROKER.create(1, Topics.JOBS_SUBMITTED);
        BROKER.create(2, Topics.SAMPLES_FILTERED);
    }

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    @Test
    void everySampleEndsAsJudgedRejectedOrDeadLettered() throws Exception {
        try (var producer = producer();
                var judged = consumer(Topics.SAMPLES_JUDGED);
                var rejected = consumer(Topics.SAMPLES_REJECTED);
                var dead = consumer(Topics.deadLetters(Topics.SAMPLES_FILTERED));
                var _ = start()) {
            send(producer, Topics.JOBS_SUBMITTED, "job", Wire.write(job()));
            filter(producer, Samples.sample("right", "job", "print(5 * 3)", "5 * 3 = 15", "15"));
            filter(producer, Samples.sample("wrong program", "job", "print(5 + 3)", "5 * 3 = 15", "15"));
            filter(producer, Samples.sample("endless", "job", "while True: pass", "5 * 3 = 15", "15"));
            filter(producer, Samples.sample("wrong text", "job", "print(5 * 3)", "5 * 3 = 16", "15"));
            filter(producer, Samples.sample("stray", "no such job", "print(5 * 3)", "5 * 3 = 15", "15"));
            send(producer, Topics.SAMPLES_FILTERED, "poison", "{".getBytes(StandardCharsets.UTF_8));
            filter(
                    producer,
                    Samples.sample(
                            "deep", "job", "print(5)", "(".repeat(9_000) + "5" + ")".repeat(9_000) + " = 6", "5"));
            filter(producer, elsewhere(Samples.sample("elsewhere", "job", "print(5 * 3)", "5 * 3 = 15", "15")));
            filter(
                    producer,
                    Samples.sample("unwritable", "job", "raise BaseException('a\\0b\\ud800')", "5 * 3 = 15", "15"));
            filter(producer, Samples.sample("right too", "job", "print(5 * 4)", "5 * 4 = 20", "20"));

            assertThat(read(judged, 2))
                    .extracting(record -> Wire.read(record.value(), SampleJudged.class))
                    .allSatisfy(event -> {
                        assertThat(event.sample().id()).startsWith("right");
                        assertThat(event.judgements())
                                .extracting(judgement -> judgement.judge())
                                .containsExactly("ProgramExecution[tolerance=1.0E-4]", "WorkedArithmetic[]");
                        assertThat(event.sample().provenance().hops())
                                .singleElement()
                                .satisfies(hop -> assertThat(hop.stage()).isEqualTo("judge"));
                    });
            assertThat(read(rejected, 5))
                    .extracting(record -> Wire.read(record.value(), SampleRejected.class))
                    .extracting(event -> event.sample().id() + ": " + event.operator() + " " + event.reason())
                    .containsExactlyInAnyOrder(
                            "deep: worked-arithmetic answer_not_reached",
                            "unwritable: program-execution program_raised",
                            "wrong program: program-execution answer_mismatch",
                            "endless: program-execution program_timeout",
                            "wrong text: worked-arithmetic wrong_arithmetic");
            assertThat(read(dead, 3))
                    .extracting(record -> record.key() + ": " + cause(record))
                    .anySatisfy(
                            letter -> assertThat(letter).startsWith("poison: ").contains("not a SampleFiltered"))
                    .anySatisfy(letter -> assertThat(letter)
                            .startsWith("elsewhere: ")
                            .contains("for dataset '../../etc', its job job for 'dataset'"))
                    .anySatisfy(letter ->
                            assertThat(letter).startsWith("stray: ").contains("job no such job is not announced"));
        }
    }

    @Test
    void listsItsOperatorsAndRefusesWhatCannotRun() throws Exception {
        try (var service = start()) {
            var base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port")
                    + "/api/v1/operators/judge";

            assertThat(send(HttpRequest.newBuilder(URI.create(base)).GET()).body())
                    .contains("program-execution", "worked-arithmetic", "tolerance");
            assertThat(bind(base, "[{\"operator\":\"worked-arithmetic\"}]").statusCode())
                    .isEqualTo(204);
            var refusal = bind(base, "[{\"operator\":\"program-execution\",\"parameters\":{\"tolerance\":2}}]");
            assertThat(refusal.statusCode()).isEqualTo(422);
            assertThat(refusal.body()).contains("\"faults\":[\"judge.program-execution: tolerance is 2.0");
        }
    }

    @Test
    void aListenerThatStoppedByItselfIsAFaultOfHealth() throws Exception {
        try (var service = start()) {
            var health = URI.create("http://localhost:"
                    + service.getEnvironment().getProperty("local.server.port") + "/actuator/health");
            assertThat(send(HttpRequest.newBuilder(health)).statusCode()).isEqualTo(200);

            Objects.requireNonNull(service.getBean(KafkaListenerEndpointRegistry.class)
                            .getListenerContainer(JudgeStep.LISTENER))
                    .stopAbnormally(() -> {});

            assertThat(send(HttpRequest.newBuilder(health)).statusCode()).isEqualTo(503);
        }
    }

    private static JobSubmitted job() {
        var judges = List.of(
                new OperatorUse("program-execution", Map.of("tolerance", 1e-4)),
                new OperatorUse("worked-arithmetic", Map.of()));
        return new JobSubmitted(
                "job", new Recipe("recipe", null, List.of(), List.of(), judges), "hash", null, "dataset", null);
    }

    private static Sample elsewhere(Sample sample) {
        return new Sample(
                sample.id(),
                sample.jobId(),
                "../../etc",
                sample.kind(),
                null,
                null,
                null,
                null,
                null,
                null,
                sample.question(),
                sample.style(),
                sample.program(),
                sample.solution(),
                sample.answer(),
                sample.provenance());
    }

    @Test
    void asksForAKeyByItself() throws Exception {
        try (var service = start("--infinimill.api-keys=secret")) {
            var operators = URI.create("http://localhost:"
                    + service.getEnvironment().getProperty("local.server.port") + "/api/v1/operators/judge");

            assertThat(send(HttpRequest.newBuilder(operators)).statusCode()).isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(operators).header("X-API-Key", "secret"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(JudgeService.class)
                .properties(
                        "spring.config.name=judge-service",
                        "KAFKA_BOOTSTRAP_SERVERS=" + BROKER.addresses(),
                        "HTTP_PORT=0")
                .run(Stream.concat(
                                Stream.of("--infinimill.kafka.partitions=2", "--infinimill.judge.patience=1s"),
                                Arrays.stream(settings))
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

    private static void filter(KafkaProducer<String, byte[]> producer, Sample sample) throws Exception {
        send(producer, Topics.SAMPLES_FILTERED, sample.id(), Wire.write(new SampleFiltered(sample)));
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] event)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, key, event)).get();
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return new String(
                letter.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE).value(), StandardCharsets.UTF_8);
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
                        "200"),
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
}
