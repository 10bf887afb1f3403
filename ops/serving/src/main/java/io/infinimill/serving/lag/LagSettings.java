package io.infinimill.serving.lag;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of which consumers this process tells how far they are behind.
 *
 * @param groups a group's name, or what its name begins with; none for no such measure
 * @param interval how often Kafka is asked
 */
@ConfigurationProperties("infinimill.lag")
public record LagSettings(
        @DefaultValue List<String> groups,
        @DefaultValue("5s") Duration interval) {

    public LagSettings {
        groups = List.copyOf(groups);
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("infinimill.lag.interval is %s but wants some time".formatted(interval));
        }
    }
}
