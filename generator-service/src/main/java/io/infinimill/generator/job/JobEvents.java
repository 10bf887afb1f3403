package io.infinimill.generator.job;

import io.infinimill.generator.web.Unavailable;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams a job to a client: one reader of {@code samples.judged} per connection, outside any group, from where the client's
 * last event was or else from now on. It ends when the job has ended and everything was sent.
 */
@Component
class JobEvents {

    private static final Logger log = LoggerFactory.getLogger(JobEvents.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int MOST = 64;
    private static final Properties NO_NEW_TOPICS = new Properties();

    static {
        NO_NEW_TOPICS.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    private final Jobs jobs;
    private final ConsumerFactory<String, byte[]> consumers;
    private final JobViews views;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Semaphore connections = new Semaphore(MOST);

    JobEvents(Jobs jobs, ConsumerFactory<String, byte[]> consumers, JobViews views) {
        this.jobs = jobs;
        this.consumers = consumers;
        this.views = views;
    }

    SseEmitter open(Job job, @Nullable String lastEventId) {
        var position = lastEventId == null || lastEventId.isBlank() ? null : StreamPosition.parse(lastEventId);
        if (!connections.tryAcquire()) {
            throw new Unavailable("%d clients stream events already. Maybe close one".formatted(MOST));
        }
        var emitter = new SseEmitter(0L);
        var open = new AtomicBoolean(true);
        emitter.onCompletion(() -> open.set(false));
        emitter.onError(e -> open.set(false));
        Thread.ofVirtual().name("job-events-" + job.id()).start(() -> {
            try {
                stream(job.id(), position, emitter, open);
            } finally {
                connections.release();
            }
        });
        return emitter;
    }

    /** Before the server waits for its last replies, of which a stream would be one. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.set(true);
    }

    private void stream(String jobId, @Nullable StreamPosition from, SseEmitter emitter, AtomicBoolean open) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "job-events-", null, NO_NEW_TOPICS)) {
            var position = new TreeMap<Integer, Long>();
            seek(consumer, from, false, position);
            JobView shown = null;
            while (open.get() && !stopped.get()) {
                var view = views.of(jobs.find(jobId).orElseThrow());
                if (shown == null
                        || !view.samples().equals(shown.samples())
                        || !view.state().equals(shown.state())
                        || !view.spending().equals(shown.spending())
                        || !view.teachers().equals(shown.teachers())) {
                    emitter.send(event("progress", position, view));
                    shown = view;
                }
                boolean ended = view.finishedAt() != null && view.samples().inFlight() == 0;
                boolean sent = false;
                if (position.isEmpty()) {
                    Thread.sleep(POLL);
                    seek(consumer, from, true, position);
                } else {
                    sent = sendSamples(consumer, jobId, position, emitter);
                }
                if (ended && !sent) {
                    break;
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            log.debug("a client of job {} went away: {}", jobId, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    /**
     * Takes the place from which samples are sent; none while there is no topic, which comes with the first judge.
     *
     * @param late whether the topic comes after the client, who then gets all of it
     */
    private static void seek(
            Consumer<String, byte[]> consumer,
            @Nullable StreamPosition from,
            boolean late,
            Map<Integer, Long> position) {
        var partitions = consumer.partitionsFor(Topics.SAMPLES_JUDGED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        if (late) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        for (var partition : partitions) {
            var known = from == null ? null : from.offsets().get(partition.partition());
            if (known != null) {
                consumer.seek(partition, known);
            }
            position.put(partition.partition(), consumer.position(partition));
        }
    }

    private static boolean sendSamples(
            Consumer<String, byte[]> consumer, String jobId, Map<Integer, Long> position, SseEmitter emitter)
            throws IOException {
        var records = consumer.poll(POLL);
        for (var record : records) {
            position.put(record.partition(), record.offset() + 1);
            var event = Wire.read(record.value(), SampleJudged.class);
            if (event.sample().jobId().equals(jobId)) {
                emitter.send(event("sample", position, event));
            }
        }
        return !records.isEmpty();
    }

    private static SseEmitter.SseEventBuilder event(String name, Map<Integer, Long> position, Object body) {
        return SseEmitter.event()
                .name(name)
                .id(new StreamPosition(position).toString())
                .data(Wire.MAPPER.writeValueAsString(body), MediaType.APPLICATION_JSON);
    }
}
