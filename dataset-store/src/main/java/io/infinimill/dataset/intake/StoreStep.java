package io.infinimill.dataset.intake;

import io.infinimill.model.JobProgressed;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Stores where samples ended, then tells how far their jobs are, then lets the offsets be committed. All of it may happen
 * twice: rows are inserted once, progress is told as totals.
 */
final class StoreStep {

    private final BatchNumbering numbering;
    private final Outcomes outcomes;
    private final IntakeMeters meters;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerRecordRecoverer unreadable;

    StoreStep(
            BatchNumbering numbering,
            Outcomes outcomes,
            IntakeMeters meters,
            KafkaTemplate<byte[], byte[]> kafka,
            ConsumerRecordRecoverer unreadable) {
        this.numbering = numbering;
        this.outcomes = outcomes;
        this.meters = meters;
        this.kafka = kafka;
        this.unreadable = unreadable;
    }

    @KafkaListener(
            id = "dataset-store",
            groupId = "dataset-store",
            topicPattern = "samples\\.judged|samples\\.rejected|templates\\.verified|.+-dlt",
            batch = "true",
            concurrency = "${infinimill.dataset.consumers}",
            containerFactory = "datasetListeners",
            properties = {
                "key.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "metadata.max.age.ms=10000"
            })
    void store(List<ConsumerRecord<byte[], byte[]>> records) {
        var batch = new Batch();
        var faults = new LinkedHashMap<ConsumerRecord<byte[], byte[]>, IllegalArgumentException>();
        for (var record : records) {
            try {
                read(record, batch);
            } catch (IllegalArgumentException e) {
                faults.put(record, e);
            }
        }
        if (!batch.isEmpty()) {
            var numbered = numbering.number(batch);
            var stored = outcomes.store(numbered);
            meters.count(batch, stored.counts(), numbered.reasons());
            tell(stored.progress());
        }
        faults.forEach(unreadable);
    }

    /** Sends a dead letter's record to its topic again, byte for byte, then marks it. */
    void replay(DeadLetters.Letter letter) {
        kafka.send(new ProducerRecord<>(letter.topic(), letter.key(), letter.value()))
                .join();
        tell(outcomes.replayed(letter.id(), letter.job()));
    }

    private static void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        if (record.topic().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
            batch.deadLetters().add(DeadLetterReader.read(record));
            return;
        }
        if (record.value() == null) {
            throw new IllegalArgumentException("a record of " + record.topic() + " has no value");
        }
        switch (record.topic()) {
            case Topics.SAMPLES_JUDGED -> batch.outcomes().add(Outcome.accepted(record.value()));
            case Topics.SAMPLES_REJECTED -> batch.outcomes().add(Outcome.rejected(record.value()));
            default -> batch.templates().add(VerifiedTemplate.of(record.value()));
        }
    }

    private void tell(List<JobProgressed> progress) {
        var sent = progress.stream()
                .map(event -> kafka.send(
                        Topics.JOBS_PROGRESSED, event.jobId().getBytes(StandardCharsets.UTF_8), Wire.write(event)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
