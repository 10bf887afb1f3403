package io.infinimill.filter;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param threads that process samples; more than the topic has partitions are idle
 * @param stateDirectory where this process keeps its state; Kafka has it too, so it may be lost
 * @param commitInterval how often the exactly-once transaction ends, and with it what a reader can see
 * @param patience how long a sample waits for its job and template to become known before it is dead-lettered
 * @param startTimeout how long the start waits for Kafka and the topics
 * @param stopTimeout how long the stop waits for the samples in hand
 */
@ConfigurationProperties("infinimill.filter")
record FilterSettings(
        int threads,
        Path stateDirectory,
        Duration commitInterval,
        Duration patience,
        Duration startTimeout,
        Duration stopTimeout) {

    FilterSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("infinimill.filter.threads is %d, less than 1".formatted(threads));
        }
        positive("commit-interval", commitInterval);
        positive("patience", patience);
        positive("start-timeout", startTimeout);
        positive("stop-timeout", stopTimeout);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "infinimill.filter.%s is %s, not more than nothing".formatted(name, duration));
        }
    }
}
