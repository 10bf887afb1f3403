package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** One sample's way through the services is one trace. */
class TraceIT {

    private static final Collector COLLECTOR = collector();

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone()
            .withEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR.address())
            .withEnvironment("OTEL_TRACES_SAMPLER_ARG", "1")
            .withEnvironment("OTEL_BSP_SCHEDULE_DELAY", "200")
            .withEnvironment("LOGGING_STRUCTURED_FORMAT_FILE", "ecs");

    private static final int POLL_MILLIS = 200;

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void showsEveryHopOfASample() throws Exception {
        var api = INFINIMILL.api();
        Job.submit(api, "mine", 50).awaitEnd(api);

        var trace = await("generate", "filter", "judge", "store");

        var byId = trace.stream().collect(Collectors.toMap(Span::getSpanId, span -> span));
        var stored = trace.stream()
                .filter(span -> span.getName().equals("store"))
                .findFirst()
                .orElseThrow();
        assertThat(chain(stored, byId)).startsWith("store", "judge", "filter").endsWith("generate");
        assertThat(attribute(stored, "infinimill.sample")).isNotBlank();
        assertThat(trace)
                .allSatisfy(span -> assertThat(attribute(span, "infinimill.sample"))
                        .isEqualTo(attribute(stored, "infinimill.sample")));
        assertThat(attribute(stored, "infinimill.outcome")).isEqualTo("accepted");
    }

    /** A sample of no job is a dead letter, which the log tells. */
    @Test
    void writesTheLogAsJsonThatSaysWhatALineIsAbout() throws Exception {
        var kafka = INFINIMILL.api().get("/actuator/health").json().at("/components/kafka/details");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.path("bootstrapServers").asString()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sample = new Sample(
                    "stray-1",
                    "no-such-job",
                    "mine",
                    Sample.MATH,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "What is 1 and 1?",
                    null,
                    null,
                    null,
                    "2",
                    new Provenance("hash", List.of()));
            producer.send(new ProducerRecord<>(
                            Topics.SAMPLES_FILTERED, sample.id(), Wire.write(new SampleFiltered(sample))))
                    .get();
        }
        var line = awaitLine("dead letter of samples.filtered, key stray-1");

        assertThat(line.path("@timestamp").asString()).isNotBlank();
        assertThat(line.path("job").asString()).isEqualTo("no-such-job");
        assertThat(line.path("sample").asString()).isEqualTo("stray-1");
    }

    private static JsonNode awaitLine(String message) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < deadline) {
            for (var line : Files.readAllLines(INFINIMILL.home().resolve("log/infinimill.log"))) {
                var json = Wire.MAPPER.readTree(line);
                if (json.path("message").asString("").contains(message)) {
                    return json;
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new AssertionError("no line has " + message);
    }

    private static List<Span> await(String... steps) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < deadline) {
            var traces = COLLECTOR.spans().stream().collect(Collectors.groupingBy(Span::getTraceId));
            for (var trace : traces.values()) {
                var names = trace.stream().map(Span::getName).collect(Collectors.toSet());
                if (names.containsAll(List.of(steps))) {
                    return trace;
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new AssertionError("no trace has all of %s among %d spans"
                .formatted(List.of(steps), COLLECTOR.spans().size()));
    }

    /** The names of a span, its parent and so on. */
    private static List<String> chain(Span span, Map<ByteString, Span> byId) {
        return java.util.stream.Stream.iterate(span, each -> each != null, each -> byId.get(each.getParentSpanId()))
                .map(Span::getName)
                .toList();
    }

    private static String attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static Collector collector() {
        try {
            return new Collector();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
