package io.infinimill.generator;

import io.infinimill.model.Topics;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** Turns seeds into samples. Beans have their full class names, because in the standalone process services share a context. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class GeneratorService {

    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final String FOR_EVER = "-1";

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
    Sandbox generatorSandbox() {
        return ProcessSandbox.start(SandboxSettings.standard());
    }

    @Bean
    KafkaAdmin.NewTopics generatorTopics(KafkaSettings settings) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(Topics.SEEDS_SUBMITTED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.SEEDS_SUBMITTED))
                        .partitions(1)
                        .build(),
                TopicBuilder.name(Topics.TEMPLATES_REQUESTED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.TEMPLATES_REQUESTED))
                        .partitions(1)
                        .build(),
                TopicBuilder.name(Topics.SAMPLES_GENERATED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.SAMPLES_REJECTED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.JOBS_PROGRESSED)
                        .partitions(1)
                        .compact()
                        .build(),
                TopicBuilder.name(Topics.JOBS_SUBMITTED).partitions(1).compact().build(),
                TopicBuilder.name(Topics.TEMPLATES_VERIFIED)
                        .partitions(1)
                        .config(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)
                        .build());
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

    private static java.util.Properties properties(Map<String, String> values) {
        var properties = new java.util.Properties();
        properties.putAll(values);
        return properties;
    }
}
