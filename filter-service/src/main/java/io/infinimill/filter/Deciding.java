package io.infinimill.filter;

import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.About;
import io.infinimill.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Decides over samples one by one; what waits is tried again. Whatever is wrong with a sample ends as its dead letter,
 * whatever is wrong with Kafka or the stores stops the task, which Kafka Streams starts again elsewhere.
 */
final class Deciding implements Processor<String, byte[], String, Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private static final Duration TRY_AGAIN = Duration.ofMillis(200);
    private static final String CAUSE = IllegalArgumentException.class.getName();

    private final Filtering filtering;
    private final Filtering.Walk walk;
    private final String waitingStore;
    private final @Nullable String claimStore;
    private ProcessorContext<String, Outcome> context;
    private WaitingSamples waiting;
    private @Nullable KeyValueStore<String, String> claims;

    @SuppressWarnings("NullAway.Init")
    Deciding(Filtering filtering, Filtering.Walk walk, String waitingStore, @Nullable String claimStore) {
        this.filtering = filtering;
        this.walk = walk;
        this.waitingStore = waitingStore;
        this.claimStore = claimStore;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        waiting = new WaitingSamples(context.getStateStore(waitingStore));
        claims = claimStore == null ? null : context.getStateStore(claimStore);
        context.schedule(
                TRY_AGAIN,
                PunctuationType.WALL_CLOCK_TIME,
                now -> waiting.tryAgain(
                        now,
                        filtering.knowledge(),
                        (id, event, deadline) -> decide(new Record<>(id, event, now, new RecordHeaders()), deadline)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long deadline = context.currentSystemTimeMs() + filtering.patience().toMillis();
        if (!decide(record, deadline)) {
            waiting.add(
                    Wire.read(record.value(), SampleGenerated.class).sample().id(), record.value(), deadline);
        }
    }

    /** Whether it is decided; else it waits. */
    private boolean decide(Record<String, byte[]> record, long deadline) {
        Sample sample;
        Decision decision;
        try {
            sample = Wire.read(record.value(), SampleGenerated.class).sample();
            decision = filtering.decide(sample, walk, this::claim);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            bury(record, e.getClass().getName(), String.valueOf(e.getMessage()));
            return true;
        } catch (StackOverflowError e) {
            bury(record, e.getClass().getName(), "the sample is nested too deeply to be filtered");
            return true;
        }
        try (var _ = About.sample(sample)) {
            return act(record, sample, decision, deadline);
        }
    }

    private boolean act(Record<String, byte[]> record, Sample sample, Decision decision, long deadline) {
        if (decision instanceof Decision.Wait && context.currentSystemTimeMs() < deadline) {
            return false;
        }
        var hop = filtering.traces().follow("filter", record.headers(), sample);
        var traced = hop.isDrawn() ? record.withHeaders(new RecordHeaders(record.headers())) : record;
        hop.into(traced.headers());
        switch (decision) {
            case Decision.Kept() -> keep(traced, sample);
            case Decision.Dropped dropped -> drop(traced, sample, dropped);
            case Decision.Claim(String fingerprint) ->
                context.forward(traced.withKey(fingerprint).withValue(new Outcome(FilterStep.CLAIMS, record.value())));
            case Decision.Hopeless(String cause) -> bury(traced.withKey(sample.id()), CAUSE, cause);
            case Decision.Wait(String cause) -> bury(traced.withKey(sample.id()), CAUSE, cause);
        }
        hop.end(name(decision));
        return true;
    }

    private static String name(Decision decision) {
        return switch (decision) {
            case Decision.Kept() -> "kept";
            case Decision.Dropped dropped -> dropped.reason();
            case Decision.Claim _ -> "claimed";
            case Decision.Hopeless _, Decision.Wait _ -> "dead-lettered";
        };
    }

    private String claim(String fingerprint, String sampleId) {
        if (claims == null) {
            throw new IllegalStateException("there are no claims before samples meet at their fingerprint");
        }
        var first = claims.putIfAbsent(fingerprint, sampleId);
        return first == null ? sampleId : first;
    }

    private void keep(Record<String, byte[]> record, Sample sample) {
        filtering.meters().kept();
        send(record, sample.id(), Topics.SAMPLES_FILTERED, new SampleFiltered(filtering.through(sample)));
    }

    private void drop(Record<String, byte[]> record, Sample sample, Decision.Dropped dropped) {
        filtering.meters().dropped(dropped.operator(), dropped.reason());
        var rejected = new SampleRejected(
                filtering.through(sample),
                SampleRejected.FILTER,
                dropped.operator(),
                dropped.reason(),
                dropped.detail());
        send(record, sample.id(), Topics.SAMPLES_REJECTED, rejected);
    }

    private void send(Record<String, byte[]> record, String key, String topic, Object event) {
        context.forward(record.withKey(key).withValue(new Outcome(topic, Wire.write(event))));
    }

    /** With the headers that spring-kafka gives to a dead letter, as far as they are known. */
    private void bury(Record<String, byte[]> record, String exception, String cause) {
        filtering.meters().deadLettered();
        LOG.info("dead letter of {}, key {}: {}", Topics.SAMPLES_GENERATED, record.key(), cause);
        var buried = record.withHeaders(new RecordHeaders(record.headers()));
        add(buried.headers(), KafkaHeaders.DLT_ORIGINAL_TOPIC, Topics.SAMPLES_GENERATED);
        add(buried.headers(), KafkaHeaders.DLT_EXCEPTION_FQCN, exception);
        add(buried.headers(), KafkaHeaders.DLT_EXCEPTION_MESSAGE, cause);
        context.forward(buried.withValue(new Outcome(Topics.deadLetters(Topics.SAMPLES_GENERATED), record.value())));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
