package io.infinimill.generator;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param partitions of the topics that carry samples and seeds */
@ConfigurationProperties("infinimill.kafka")
record KafkaSettings(int partitions) {}
