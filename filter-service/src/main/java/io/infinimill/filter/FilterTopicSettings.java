package io.infinimill.filter;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param partitions of the topics that carry samples */
@ConfigurationProperties("infinimill.kafka")
record FilterTopicSettings(int partitions) {}
