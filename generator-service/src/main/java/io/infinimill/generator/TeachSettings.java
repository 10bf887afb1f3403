package io.infinimill.generator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How seeds are brought before teachers.
 *
 * @param consumers in this process; each goes on when what it took at once is done
 * @param seedsAtOnce that a consumer takes; all consumers together should hold several times as many as teachers have
 *     slots, so that the slowest seed of one keeps no slot free
 * @param renewal how often the broker is told that a seed is still worked on; well below its lock duration
 * @param grace how long a stop waits for replies
 */
@ConfigurationProperties("infinimill.generator.teach")
public record TeachSettings(int consumers, int seedsAtOnce, Duration renewal, Duration grace) {

    public TeachSettings {
        if (consumers < 1 || seedsAtOnce < 1 || !renewal.isPositive() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "infinimill.generator.teach wants positive consumers, seeds-at-once and renewal, not %d, %d and %s"
                            .formatted(consumers, seedsAtOnce, renewal));
        }
    }
}
