package io.infinimill.serving.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class GroupLagTest {

    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 2, "work", "other");

    @BeforeAll
    static void startBroker() {
        BROKER.brokerProperties(
                Map.of("offsets.topic.replication.factor", "1", "group.initial.rebalance.delay.ms", "0"));
        BROKER.afterPropertiesSet();
    }

    @AfterAll
    static void stopBroker() {
        BROKER.destroy();
    }

    @Test
    void countsWhatAGroupHasNotDone() throws Exception {
        send("work", 10);
        consume("ours", "work", 10);
        consume("theirs", "work", 10);
        send("work", 7);

        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", BROKER.getBrokersAsString()))) {
            assertThat(new GroupLag(admin, List.of("ours")).measure())
                    .containsExactly(new GroupLag.Lag("ours", "work", 7));
            assertThat(new GroupLag(admin, List.of("nobody")).measure()).isEmpty();
        }
    }

    private static void send(String topic, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, "key " + i, "value")).get();
            }
        }
    }

    private static void consume(String group, String topic, int records) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BROKER.getBrokersAsString(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            int read = 0;
            while (read < records) {
                read += consumer.poll(Duration.ofMillis(200)).count();
            }
            consumer.commitSync();
        }
    }
}
