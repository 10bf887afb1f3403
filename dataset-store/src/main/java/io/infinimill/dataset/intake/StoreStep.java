package io.infinimill.dataset.intake;

import io.infinimill.model.JobProgressed;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.SampleTraces;
import io.infinimill.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Stores where samples ended, then tells how far their jobs are, then lets the offsets be committed. All of it may happen
 * twice: rows are inserted once, progress is told as totals.
 */
final class StoreStep {

    static final String LISTENER = "dataset-store";

    private final AnnouncedJobs jobs;
    private final BatchNumbering numbering;
    private final Outcomes outcomes;
    private final IntakeMeters meters;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerRecordRecoverer unreadable;
    private final SampleTraces traces;

    StoreStep(
            AnnouncedJobs jobs,
            BatchNumbering numbering,
            Outcomes outcomes,
            IntakeMeters meters,
            KafkaTemplate<byte[], byte[]> kafka,
            ConsumerRecordRecoverer unreadable,
            SampleTraces traces) {
        this.jobs = jobs;
        this.numbering = numbering;
        this.outcomes = outcomes;
        this.meters = meters;
        this.kafka = kafka;
        this.unreadable = unreadable;
        this.traces = traces;
    }

    @KafkaListener(
            id = LISTENER,
            groupId = "dataset-store",
            topicPattern = "jobs\\.submitted|samples\\.judged|samples\\.rejected|templates\\.verified|.+-dlt",
            batch = "true",
            concurrency = "${infinimill.dataset.consumers}",
            containerFactory = "datasetListeners",
            properties = {
                "key.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "metadata.max.age.ms=10000"
            })
    void store(List<ConsumerRecord<byte[], byte[]>> records) {
        var faults = new LinkedHashMap<ConsumerRecord<byte[], byte[]>, Exception>();
        store(records, faults);
        faults.forEach(unreadable);
    }

    /**
     * Stores records together. Where PostgreSQL says that a value can never be stored, they are halved until the record
     * with that value is alone; then it is one that cannot be read.
     */
    private void store(
            List<ConsumerRecord<byte[], byte[]>> records, Map<ConsumerRecord<byte[], byte[]>, Exception> faults) {
        var batch = new Batch();
        var readable = read(records, batch, faults);
        if (readable.isEmpty()) {
            return;
        }
        try {
            var numbered = numbering.number(batch);
            var stored = outcomes.store(numbered);
            meters.count(batch, stored.counts(), numbered.reasons());
            tell(stored.progress());
            batch.outcomes().forEach(Outcome::stored);
        } catch (DataIntegrityViolationException e) {
            if (readable.size() == 1) {
                faults.put(readable.getFirst(), e);
            } else {
                int middle = readable.size() / 2;
                store(readable.subList(0, middle), faults);
                store(readable.subList(middle, readable.size()), faults);
            }
        }
    }

    /** Sends a dead letter's record to its topic again, byte for byte, then marks it. */
    void replay(DeadLetters.Letter letter) {
        kafka.send(new ProducerRecord<>(letter.topic(), letter.key(), letter.value()))
                .join();
        tell(outcomes.replayed(letter.id(), letter.job()));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(
            List<ConsumerRecord<byte[], byte[]>> records,
            Batch batch,
            Map<ConsumerRecord<byte[], byte[]>, Exception> faults) {
        var readable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var record : records) {
            try {
                read(record, batch);
                readable.add(record);
            } catch (IllegalArgumentException e) {
                faults.put(record, e);
            }
        }
        return readable;
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        if (record.topic().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
            batch.deadLetters().add(DeadLetterReader.read(record));
            return;
        }
        if (record.value() == null) {
            throw new IllegalArgumentException("a record of " + record.topic() + " has no value");
        }
        switch (record.topic()) {
            case Topics.JOBS_SUBMITTED -> jobs.keep(record.value());
            case Topics.SAMPLES_JUDGED -> batch.outcomes().add(admitted(record, Outcome.accepted(record.value())));
            case Topics.SAMPLES_REJECTED -> batch.outcomes().add(admitted(record, Outcome.rejected(record.value())));
            default -> batch.templates().add(VerifiedTemplate.of(record.value()));
        }
    }

    private Outcome admitted(ConsumerRecord<byte[], byte[]> record, Outcome outcome) {
        jobs.admit(outcome.sample());
        return outcome.with(traces.follow("store", record.headers(), outcome.sample()));
    }

    private void tell(List<JobProgressed> progress) {
        var sent = progress.stream()
                .map(event -> kafka.send(
                        Topics.JOBS_PROGRESSED, event.jobId().getBytes(StandardCharsets.UTF_8), Wire.write(event)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
