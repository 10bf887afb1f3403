package io.infinimill.dataset;

import io.infinimill.model.JobProgressed;
import io.infinimill.model.Topics;
import io.infinimill.testing.TestBroker;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service over a broker and a database of its own, spoken to as others do: by Kafka and HTTP. */
final class RunningStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestBroker broker = TestBroker.start();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, JobProgressed> progress = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    RunningStore(Path exports) {
        broker.create(
                2,
                Topics.JOBS_SUBMITTED,
                Topics.SAMPLES_JUDGED,
                Topics.SAMPLES_REJECTED,
                Topics.SAMPLES_FILTERED,
                Topics.TEMPLATES_VERIFIED);
        context = new SpringApplicationBuilder(DatasetStore.class)
                .properties("spring.config.name=dataset-store")
                .run(
                        "--server.port=0",
                        "--infinimill.kafka.partitions=2",
                        "--infinimill.dataset.exports.directory=" + exports,
                        "--spring.kafka.bootstrap-servers=" + broker.addresses(),
                        "--spring.datasource.url=" + TestDatabase.emptyUrl(),
                        "--spring.datasource.username=postgres");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.addresses()), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.addresses(),
                        "group.id", "test",
                        "auto.offset.reset", "earliest",
                        "metadata.max.age.ms", "500"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.JOBS_PROGRESSED, Topics.SAMPLES_FILTERED));
        address = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1";
    }

    void send(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    }

    void sendDeadLetter(String topic, String key, byte[] value, String cause) {
        var letter = new ProducerRecord<>(Topics.deadLetters(topic), key.getBytes(StandardCharsets.UTF_8), value);
        letter.headers().add("kafka_dlt-original-topic", topic.getBytes(StandardCharsets.UTF_8));
        letter.headers().add("kafka_dlt-exception-message", cause.getBytes(StandardCharsets.UTF_8));
        send(letter);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError("the broker did not take a record of " + record.topic(), e);
        }
    }

    /** Reads the progress of jobs until one is as expected. */
    JobProgressed await(Predicate<JobProgressed> expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (record.topic().equals(Topics.JOBS_PROGRESSED)) {
                    var told = Wire.read(record.value(), JobProgressed.class);
                    progress.merge(told.jobId(), told, (a, b) -> a.sequence() > b.sequence() ? a : b);
                }
            }
            var found = progress.values().stream().filter(expected).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no such progress in " + PATIENCE + ", the last are " + progress.values());
    }

    /** Reads a topic until it has so many records. */
    List<ConsumerRecord<byte[], byte[]>> await(String topic, int records) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found.size() < records && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(200)).records(topic).forEach(found::add);
        }
        return found;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build());
    }

    JsonNode json(String path) {
        return Wire.MAPPER.readTree(get(path).body());
    }

    HttpResponse<byte[]> post(String path, @Nullable String json) {
        var body = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return exchange(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        http.close();
        consumer.close();
        producer.close();
        context.close();
        broker.close();
    }
}
