package io.infinimill.generator.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How jobs hand out work.
 *
 * @param inFlight samples of one job between the generator and the dataset store, at most
 * @param variantsPerUnit variants of one seed in one piece of work, at most
 * @param tick how often a job is looked at
 */
@ConfigurationProperties("infinimill.generator.job")
public record JobSettings(int inFlight, int variantsPerUnit, Duration tick) {

    public JobSettings {
        if (inFlight < 1 || variantsPerUnit < 1 || tick.isNegative() || tick.isZero()) {
            throw new IllegalArgumentException(
                    "infinimill.generator.job wants positive in-flight, variants-per-unit and tick, not %d, %d and %s"
                            .formatted(inFlight, variantsPerUnit, tick));
        }
    }
}
