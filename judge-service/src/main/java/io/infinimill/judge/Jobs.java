package io.infinimill.judge;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Topics;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.wire.Wire;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judges of each submitted job. The compacted topic is read on to its end whenever a job is asked for that is not
 * known, so that no thread waits for news that nobody needs.
 */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int REMEMBERED = 10_000;

    private final JudgeOperators operators;
    private final Consumer<String, byte[]> consumer;
    private final Duration patience;
    private final Map<String, Bound> bound = new ConcurrentHashMap<>();
    private final Set<String> givenUp = new HashSet<>();

    Jobs(JudgeOperators operators, Consumer<String, byte[]> consumer, Duration patience) {
        this.operators = operators;
        this.consumer = consumer;
        this.patience = patience;
    }

    /** A job's judges, or why its recipe has none. */
    sealed interface Bound {

        record Ready(List<Judge> judges, JobSubmitted job) implements Bound {}

        record Refused(String cause) implements Bound {}
    }

    /** The job's judges, or null for a job that is not known. */
    @Nullable
    Bound find(String jobId) {
        return bound.get(jobId);
    }

    /** Returns when the jobs are known or time is up; a job is waited for once only. */
    void await(Set<String> jobIds) throws InterruptedException {
        if (bound.keySet().containsAll(jobIds)) {
            return;
        }
        synchronized (this) {
            long end = System.nanoTime() + patience.toNanos();
            readOn();
            while (!missing(jobIds).isEmpty() && System.nanoTime() < end) {
                Thread.sleep(POLL);
                readOn();
            }
            if (givenUp.size() > REMEMBERED) {
                givenUp.clear();
            }
            givenUp.addAll(missing(jobIds));
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private Set<String> missing(Set<String> jobIds) {
        var missing = new HashSet<>(jobIds);
        missing.removeAll(bound.keySet());
        missing.removeAll(givenUp);
        return missing;
    }

    /** Reads up to what is the end of the topic now. */
    private void readOn() {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(Topics.JOBS_SUBMITTED).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (var target : consumer.endOffsets(consumer.assignment()).entrySet()) {
            while (consumer.position(target.getKey()) < target.getValue()) {
                consumer.poll(POLL).forEach(record -> submit(record.key(), record.value()));
                if (System.nanoTime() > end) {
                    throw new TimeoutException(
                            "%s was not read to its end %d in time".formatted(target.getKey(), target.getValue()));
                }
            }
        }
    }

    private void submit(String key, byte @Nullable [] event) {
        if (event == null) {
            return;
        }
        try {
            var job = Wire.read(event, JobSubmitted.class);
            bound.put(job.jobId(), bind(job));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "{}: the record with key {} is left out, its samples will not find it",
                    Topics.JOBS_SUBMITTED,
                    key,
                    e);
        }
    }

    private Bound bind(JobSubmitted job) {
        try {
            return new Bound.Ready(operators.bind(job.recipe().judge()), job);
        } catch (InvalidRecipe e) {
            return new Bound.Refused("the recipe of job %s cannot run: %s".formatted(job.jobId(), e.getMessage()));
        }
    }
}
