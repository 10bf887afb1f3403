package io.infinimill.generator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How seeds are brought before teachers.
 *
 * @param inFlight seeds that this process works on at once, at most: several times as many as its teachers have slots, so
 *     that a slot never waits for a seed
 * @param seedsAtOnce that are taken from the topic at once
 * @param look how often it is seen whether requests are left behind
 * @param grace how long a stop waits for replies that are under way
 */
@ConfigurationProperties("infinimill.generator.teach")
public record TeachSettings(int inFlight, int seedsAtOnce, Duration look, Duration grace) {

    public TeachSettings {
        if (seedsAtOnce < 1 || inFlight < seedsAtOnce || !look.isPositive() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "infinimill.generator.teach wants positive seeds-at-once and look, in-flight of at least seeds-at-once, and grace, not %d, %s, %d and %s"
                            .formatted(seedsAtOnce, look, inFlight, grace));
        }
    }
}
