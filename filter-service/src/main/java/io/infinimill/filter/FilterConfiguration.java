package io.infinimill.filter;

import io.infinimill.model.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of the step and how its topology runs. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

    private static final int BATCH_BYTES = 128 << 10;
    private static final int LARGEST_MESSAGE = 4 << 20;

    /** Those that it reads too: Kafka Streams does not start without them, and services start in any order. */
    @Bean
    KafkaAdmin.NewTopics filterTopics(FilterTopicSettings settings) {
        return new KafkaAdmin.NewTopics(
                topic(Topics.JOBS_SUBMITTED, settings),
                topic(Topics.TEMPLATES_VERIFIED, settings),
                topic(Topics.SAMPLES_GENERATED, settings),
                topic(Topics.SAMPLES_FILTERED, settings),
                topic(Topics.SAMPLES_REJECTED, settings),
                TopicBuilder.name(Topics.deadLetters(Topics.SAMPLES_GENERATED))
                        .partitions(1)
                        .build());
    }

    private static NewTopic topic(String topic, FilterTopicSettings settings) {
        return TopicBuilder.name(topic)
                .partitions(Topics.partitions(topic, settings.partitions()))
                .configs(Topics.settings(topic))
                .build();
    }

    @Bean
    FilterStreams filterStreams(
            FilterStep step,
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            FilterSettings settings,
            MeterRegistry meters) {
        var brokers = connection.getStreams().getBootstrapServers();
        var properties = new Properties();
        properties.putAll(kafka.buildStreamsProperties());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "filter-service");
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().toMillis()));
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().dividedBy(4).toMillis()));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_MESSAGE);
        var admin = kafka.buildAdminProperties();
        admin.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        var sources = new SourceTopics(
                admin,
                List.of(Topics.JOBS_SUBMITTED, Topics.TEMPLATES_VERIFIED, Topics.SAMPLES_GENERATED),
                settings.startTimeout());
        return new FilterStreams(step.topology(), properties, sources, settings.stopTimeout(), meters);
    }

    @Bean
    HealthIndicator filterStreamsHealth(FilterStreams streams) {
        return () -> Health.status(streams.works() ? Status.UP : Status.DOWN)
                .withDetail("state", streams.state())
                .build();
    }
}
