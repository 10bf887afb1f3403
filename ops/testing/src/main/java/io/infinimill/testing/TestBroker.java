package io.infinimill.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker of the tests' own. */
public final class TestBroker implements AutoCloseable {

    private static final String IMAGE = "apache/kafka:4.2.1";

    /** One broker has one copy of everything, and nobody to wait for. */
    private static final Map<String, String> SETTINGS = Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    private final String addresses;
    private final Runnable stop;

    private TestBroker(String addresses, Runnable stop) {
        this.addresses = addresses;
        this.stop = stop;
    }

    public static TestBroker start() {
        return Containers.wanted() ? inContainer() : embedded();
    }

    /** For {@code bootstrap.servers}. */
    public String addresses() {
        return addresses;
    }

    public void create(int partitions, String... topics) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", addresses))) {
            admin.createTopics(Stream.of(topics)
                            .map(topic -> new NewTopic(topic, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create " + List.of(topics), e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }

    private static TestBroker embedded() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(SETTINGS);
        broker.afterPropertiesSet();
        return new TestBroker(broker.getBrokersAsString(), broker::destroy);
    }

    private static TestBroker inContainer() {
        var broker = new KafkaContainer(IMAGE);
        SETTINGS.forEach((name, value) ->
                broker.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        broker.start();
        return new TestBroker(broker.getBootstrapServers(), broker::stop);
    }
}
