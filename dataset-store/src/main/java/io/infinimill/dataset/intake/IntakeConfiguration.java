package io.infinimill.dataset.intake;

import io.infinimill.dataset.DatasetSettings;
import io.infinimill.dataset.archive.Origins;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.SampleTraces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;

/** The step, its listener and the topics that it writes to. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    KafkaAdmin.NewTopics datasetTopics(Environment environment) {
        int partitions = environment.getProperty("infinimill.kafka.partitions", Integer.class, 8);
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(Topics.JOBS_PROGRESSED)
                        .partitions(Topics.partitions(Topics.JOBS_PROGRESSED, partitions))
                        .configs(Topics.settings(Topics.JOBS_PROGRESSED))
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.JOBS_SUBMITTED))
                        .partitions(1)
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.SAMPLES_JUDGED))
                        .partitions(partitions)
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.SAMPLES_REJECTED))
                        .partitions(partitions)
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.TEMPLATES_VERIFIED))
                        .partitions(1)
                        .build());
    }

    /** What PostgreSQL or Kafka refuse is tried until they take it: the rows of a batch are worth waiting for. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> datasetListeners(
            ConsumerFactory<?, ?> consumers, DatasetSettings settings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        setConsumers(factory, consumers);
        factory.setCommonErrorHandler(new DefaultErrorHandler(
                new FixedBackOff(settings.retryInterval().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return factory;
    }

    /** A listener stops by itself where an error says that going on makes no sense. */
    @Bean
    HealthIndicator datasetListenersHealth(KafkaListenerEndpointRegistry listeners) {
        return () -> Health.status(
                        isAsExpected(listeners.getListenerContainer(StoreStep.LISTENER)) ? Status.UP : Status.DOWN)
                .withDetail("listener", StoreStep.LISTENER)
                .build();
    }

    private static boolean isAsExpected(@Nullable MessageListenerContainer listener) {
        return listener != null && listener.isInExpectedState();
    }

    @SuppressWarnings("unchecked")
    private static void setConsumers(
            ConcurrentKafkaListenerContainerFactory<byte[], byte[]> factory, ConsumerFactory<?, ?> consumers) {
        factory.setConsumerFactory((ConsumerFactory<byte[], byte[]>) consumers);
    }

    @Bean
    StoreStep storeStep(
            ProducerFactory<?, ?> producers,
            DataSource dataSource,
            Origins datasetOrigins,
            MeterRegistry meters,
            SampleTraces traces,
            DatasetSettings settings) {
        var template = template(producers);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new StoreStep(
                new AnnouncedJobs(new JdbcTemplate(dataSource)),
                new BatchNumbering(datasetOrigins, settings.compressionLevel()),
                new Outcomes(new JdbcTemplate(dataSource), transactions),
                new IntakeMeters(meters),
                template,
                new DeadLetterPublishingRecoverer(template),
                traces);
    }

    @SuppressWarnings("unchecked")
    private static KafkaTemplate<byte[], byte[]> template(ProducerFactory<?, ?> producers) {
        return new KafkaTemplate<>(
                (ProducerFactory<byte[], byte[]>) producers,
                Map.of(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    @Bean
    DeadLetters datasetDeadLetters(DataSource dataSource, Origins datasetOrigins, MeterRegistry meters) {
        var letters = new DeadLetters(new JdbcTemplate(dataSource));
        Gauge.builder("infinimill.dataset.dead.letters", letters, DeadLetters::count)
                .description("dead letters that are neither replayed nor resolved")
                .register(meters);
        return letters;
    }
}
