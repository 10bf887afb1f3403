package io.infinimill.filter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics without which Kafka Streams fails instead of waiting. */
record SourceTopics(Map<String, Object> connection, List<String> topics, Duration timeout) {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** @throws IllegalStateException when they are not there in time */
    void await() {
        long end = System.nanoTime() + timeout.toNanos();
        try (var admin = Admin.create(connection)) {
            while (!exist(admin)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "Kafka does not have all of the topics %s after %s. Maybe KAFKA_BOOTSTRAP_SERVERS is wrong"
                                    .formatted(topics, timeout));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the topics " + topics, e);
        }
    }

    private boolean exist(Admin admin) throws InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get().size() == topics.size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException("Kafka does not tell about the topics " + topics, e);
        }
    }
}
