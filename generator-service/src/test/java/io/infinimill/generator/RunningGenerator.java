package io.infinimill.generator;

import com.sun.net.httpserver.HttpServer;
import io.infinimill.testing.TestBroker;
import io.infinimill.testing.TestPostgres;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A broker, a database, stand-ins for the services that check recipes, and generators over them, spoken to by HTTP and Kafka. */
final class RunningGenerator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestBroker broker = TestBroker.start();
    private final TestPostgres postgres = TestPostgres.start();
    private final String database = postgres.empty();
    private final HttpServer others;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> generators = new ArrayList<>();

    RunningGenerator() throws IOException {
        others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        others.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        others.start();
    }

    ConfigurableApplicationContext start(String... settings) {
        var url = "http://localhost:" + others.getAddress().getPort();
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--infinimill.kafka.partitions=2",
                "--infinimill.generator.recipe.filter-url=" + url,
                "--infinimill.generator.recipe.judge-url=" + url,
                "--infinimill.generator.teach.in-flight=40",
                "--infinimill.generator.teach.seeds-at-once=10",
                "--infinimill.generator.teach.look=200ms",
                "--spring.kafka.consumer.properties.session.timeout.ms=10000",
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=2000",
                "--spring.kafka.bootstrap-servers=" + broker.addresses(),
                "--spring.datasource.url=" + database + "&reWriteBatchedInserts=true",
                "--spring.datasource.username=" + TestPostgres.USER));
        for (var setting : settings) {
            arguments.removeIf(standard -> standard.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            arguments.add(setting);
        }
        var generator = new SpringApplicationBuilder(GeneratorService.class)
                .properties("spring.config.name=generator-service")
                .run(arguments.toArray(String[]::new));
        generators.add(generator);
        return generator;
    }

    String brokers() {
        return broker.addresses();
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode await(String path, Predicate<JsonNode> expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = null;
        while (System.nanoTime() < deadline) {
            last = get(path);
            if (expected.test(last)) {
                return last;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("%s did not become as expected in %s but is %s".formatted(path, PATIENCE, last));
    }

    /** The lines of a stream of server-sent events, as they come; closing it ends the stream. */
    Stream<String> stream(String path, String... headers) throws IOException, InterruptedException {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (reply.statusCode() != 200) {
            throw new AssertionError(reply.statusCode());
        }
        return reply.body();
    }

    /** Puts an event on a topic, as another service would. */
    void write(String topic, String key, Object event) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.addresses()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, Wire.write(event))).get();
        }
    }

    /** The events of one topic that belong to a job, until there are so many. */
    <T extends Record> List<T> read(String topic, Class<T> type, Predicate<T> wanted, int many) {
        var found = new ArrayList<T>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.addresses(),
                        "group.id",
                        "test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline && found.size() < many) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var event = Wire.read(record.value(), type);
                    if (wanted.test(event)) {
                        found.add(event);
                    }
                });
            }
        }
        return found;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:"
                + generators.getLast().getEnvironment().getRequiredProperty("local.server.port") + "/api/v1" + path));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new AssertionError(reply.statusCode() + ": " + reply.body());
            }
            return Wire.MAPPER.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        generators.forEach(ConfigurableApplicationContext::close);
        others.stop(0);
        http.close();
        postgres.close();
        broker.close();
    }
}
