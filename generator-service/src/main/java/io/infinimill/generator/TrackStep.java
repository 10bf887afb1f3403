package io.infinimill.generator;

import io.infinimill.generator.job.Jobs;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps jobs up to date with what the dataset store has stored of them: jobs.progressed in, nothing out. */
@Component
class TrackStep {

    static final String LISTENER = "generator-track";

    private static final Logger log = LoggerFactory.getLogger(TrackStep.class);

    private final Jobs jobs;

    TrackStep(Jobs jobs) {
        this.jobs = jobs;
    }

    @KafkaListener(
            id = LISTENER,
            idIsGroup = false,
            groupId = "generator-service-track",
            topics = Topics.JOBS_PROGRESSED,
            containerFactory = "generatorListeners",
            concurrency = "1",
            batch = "true")
    void track(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, JobProgressed> newest = new LinkedHashMap<>();
        for (var record : records) {
            try {
                var progress = Wire.read(record.value(), JobProgressed.class);
                newest.merge(progress.jobId(), progress, (a, b) -> a.sequence() > b.sequence() ? a : b);
            } catch (IllegalArgumentException e) {
                log.warn(
                        "{}-{}@{} is passed over: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        newest.values().forEach(jobs::progress);
    }
}
