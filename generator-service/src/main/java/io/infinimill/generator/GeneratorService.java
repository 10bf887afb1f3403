package io.infinimill.generator;

import io.infinimill.model.Topics;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** Turns seeds into samples. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GeneratorService {

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(GeneratorService.class)
                .properties("spring.config.name=generator-service")
                .run(arguments);
    }

    @Bean
    Flyway generatorMigrations(DataSource database) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/generator")
                .schemas("generator")
                .table("flyway_history")
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "close")
    Sandbox generatorSandbox(GeneratorSandbox settings) {
        return ProcessSandbox.start(SandboxSettings.standard().at(settings.socket()));
    }

    /** Those that it reads too, since services start in any order. */
    @Bean
    KafkaAdmin.NewTopics generatorTopics(KafkaSettings settings) {
        var topics = Stream.of(
                        Topics.SEEDS_SUBMITTED,
                        Topics.TEMPLATES_REQUESTED,
                        Topics.SAMPLES_GENERATED,
                        Topics.SAMPLES_REJECTED,
                        Topics.JOBS_SUBMITTED,
                        Topics.JOBS_PROGRESSED,
                        Topics.TEMPLATES_VERIFIED)
                .map(topic -> TopicBuilder.name(topic)
                        .partitions(Topics.partitions(topic, settings.partitions()))
                        .configs(Topics.settings(topic))
                        .build());
        var deadLetters = Stream.of(Topics.SEEDS_SUBMITTED, Topics.TEMPLATES_REQUESTED)
                .map(topic -> TopicBuilder.name(Topics.deadLetters(topic))
                        .partitions(1)
                        .build());
        return new KafkaAdmin.NewTopics(Stream.concat(topics, deadLetters).toArray(NewTopic[]::new));
    }

    @Bean
    DeadLetterPublishingRecoverer generatorDeadLetters(KafkaTemplate<String, byte[]> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (failed, cause) -> new TopicPartition(Topics.deadLetters(failed.topic()), -1));
        recoverer.setFailIfSendResultIsError(true);
        return recoverer;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> generatorListeners(
            ConsumerFactory<String, byte[]> consumers,
            @Qualifier("generatorDeadLetters") DeadLetterPublishingRecoverer deadLetters,
            GenerateSettings settings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.setConcurrency(settings.concurrency());
        factory.getContainerProperties()
                .setKafkaConsumerProperties(properties(
                        Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.seedsAtOnce()))));
        var forEver = new ExponentialBackOff();
        forEver.setMaxInterval(LONGEST_WAIT_MILLIS);
        factory.setCommonErrorHandler(new DefaultErrorHandler(deadLetters, forEver));
        return factory;
    }

    /** A listener stops by itself where an error says that going on makes no sense. */
    @Bean
    HealthIndicator generatorListenersHealth(KafkaListenerEndpointRegistry listeners) {
        return () -> {
            var stopped = Stream.of(GenerateStep.LISTENER, TrackStep.LISTENER)
                    .filter(id -> !isAsExpected(listeners.getListenerContainer(id)))
                    .toList();
            return Health.status(stopped.isEmpty() ? Status.UP : Status.DOWN)
                    .withDetail("stopped", stopped)
                    .build();
        };
    }

    private static boolean isAsExpected(@Nullable MessageListenerContainer listener) {
        return listener != null && listener.isInExpectedState();
    }

    private static java.util.Properties properties(Map<String, String> values) {
        var properties = new java.util.Properties();
        properties.putAll(values);
        return properties;
    }
}
