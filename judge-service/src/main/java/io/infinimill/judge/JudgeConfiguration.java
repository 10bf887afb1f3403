package io.infinimill.judge;

import io.infinimill.model.Topics;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.serving.trace.SampleTraces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** The step, its listener, the topics that it writes to, and the sandbox. */
@Configuration(proxyBeanMethods = false)
class JudgeConfiguration {

    private static final Duration SLACK = Duration.ofMinutes(5);

    @Bean
    KafkaAdmin.NewTopics judgeTopics(JudgeTopicSettings settings) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(Topics.SAMPLES_JUDGED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.SAMPLES_REJECTED)
                        .partitions(settings.partitions())
                        .build(),
                TopicBuilder.name(Topics.deadLetters(Topics.SAMPLES_FILTERED))
                        .partitions(1)
                        .build());
    }

    @Bean(destroyMethod = "close")
    Sandbox judgeSandbox(JudgeSettings settings, JudgeSandbox place) {
        return ProcessSandbox.start(settings.programs().sandbox().at(place.socket()));
    }

    @Bean(name = "judgeJobs", destroyMethod = "close")
    Jobs judgeJobs(JudgeOperators operators, ConsumerFactory<String, byte[]> consumers, JudgeSettings settings) {
        var properties = new HashMap<>(consumers.getConfigurationProperties());
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "judge-service-jobs");
        return new Jobs(operators, new KafkaConsumer<>(properties), settings.patience());
    }

    @Bean
    JudgeStep judgeStep(
            @Qualifier("judgeJobs") Jobs jobs,
            @Qualifier("judgeSandbox") Sandbox sandbox,
            KafkaTemplate<String, byte[]> kafka,
            @Qualifier("judgeDeadLetters") DeadLetterPublishingRecoverer deadLetters,
            JudgeMeters meters,
            SampleTraces traces) {
        return new JudgeStep(jobs, new Court(sandbox), kafka, deadLetters, meters, traces);
    }

    @Bean
    DeadLetterPublishingRecoverer judgeDeadLetters(KafkaTemplate<String, byte[]> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (failed, _) -> new TopicPartition(Topics.deadLetters(failed.topic()), -1));
        recoverer.setFailIfSendResultIsError(true);
        return recoverer;
    }

    /** What Kafka or the sandbox refuse is tried until they take it. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> judgeListeners(
            ConsumerFactory<String, byte[]> consumers, JudgeSettings settings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.setConcurrency(settings.consumers());
        factory.getContainerProperties().setKafkaConsumerProperties(limits(settings));
        factory.setCommonErrorHandler(new DefaultErrorHandler(
                new FixedBackOff(settings.retryInterval().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return factory;
    }

    /** A listener stops by itself where an error says that going on makes no sense. */
    @Bean
    HealthIndicator judgeListenersHealth(KafkaListenerEndpointRegistry listeners) {
        return () -> Health.status(
                        isAsExpected(listeners.getListenerContainer(JudgeStep.LISTENER)) ? Status.UP : Status.DOWN)
                .withDetail("listener", JudgeStep.LISTENER)
                .build();
    }

    private static boolean isAsExpected(@Nullable MessageListenerContainer listener) {
        return listener != null && listener.isInExpectedState();
    }

    /** A batch in which every program runs into its time limit must not look like a dead consumer. */
    private static Properties limits(JudgeSettings settings) {
        var programs = settings.programs();
        var longest = programs.wallTime()
                .multipliedBy((long) settings.consumers() * settings.samplesAtOnce())
                .dividedBy(programs.workers())
                .plus(settings.patience())
                .plus(SLACK);
        var properties = new Properties();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.samplesAtOnce()));
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Long.toString(longest.toMillis()));
        return properties;
    }
}
