package io.infinimill.serving.lag;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Where a process names groups. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean({KafkaAdmin.class, MeterRegistry.class})
@ConditionalOnProperty("infinimill.lag.groups[0]")
@EnableConfigurationProperties(LagSettings.class)
class LagConfiguration {

    @Bean
    LagMeters lagMeters(KafkaAdmin kafka, LagSettings settings, MeterRegistry registry) {
        return new LagMeters(kafka.getConfigurationProperties(), settings, registry);
    }
}
