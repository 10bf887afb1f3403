package io.infinimill.judge;

import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.About;
import io.infinimill.serving.trace.SampleTraces;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * samples.filtered in, samples.judged and samples.rejected out. Offsets are committed after the broker has what became
 * of the samples; a repetition judges again and sends the same under the same ids.
 */
class JudgeStep {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeStep.class);

    static final String LISTENER = "judge-judge";

    private final Jobs jobs;
    private final Court court;
    private final KafkaTemplate<String, byte[]> kafka;
    private final ConsumerRecordRecoverer deadLetters;
    private final JudgeMeters meters;
    private final SampleTraces traces;

    JudgeStep(
            Jobs jobs,
            Court court,
            KafkaTemplate<String, byte[]> kafka,
            ConsumerRecordRecoverer deadLetters,
            JudgeMeters meters,
            SampleTraces traces) {
        this.jobs = jobs;
        this.court = court;
        this.kafka = kafka;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.traces = traces;
    }

    private record Arrival(ConsumerRecord<String, byte[]> record, Sample sample) {}

    private record Case(ConsumerRecord<String, byte[]> record, Trial trial, SampleTraces.Hop hop) {}

    @KafkaListener(
            id = LISTENER,
            idIsGroup = false,
            groupId = "judge-service",
            topics = Topics.SAMPLES_FILTERED,
            containerFactory = "judgeListeners")
    void judge(List<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
        var arrivals = read(records);
        jobs.await(arrivals.stream().map(arrival -> arrival.sample().jobId()).collect(Collectors.toSet()));
        var cases = open(arrivals);
        court.hear(cases.stream().map(Case::trial).toList());
        send(cases);
    }

    private List<Arrival> read(List<ConsumerRecord<String, byte[]>> records) {
        var arrivals = new ArrayList<Arrival>();
        for (var record : records) {
            try {
                arrivals.add(new Arrival(
                        record, Wire.read(record.value(), SampleFiltered.class).sample()));
            } catch (RuntimeException e) {
                bury(record, e);
            }
        }
        return arrivals;
    }

    private List<Case> open(List<Arrival> arrivals) {
        var cases = new ArrayList<Case>();
        for (var arrival : arrivals) {
            var jobId = arrival.sample().jobId();
            switch (jobs.find(jobId)) {
                case null ->
                    bury(
                            arrival.record(),
                            arrival.sample(),
                            new IllegalArgumentException(
                                    "job %s is not announced on %s. Maybe create it with POST /api/v1/jobs"
                                            .formatted(jobId, Topics.JOBS_SUBMITTED)));
                case Jobs.Bound.Refused(String cause) ->
                    bury(arrival.record(), arrival.sample(), new IllegalArgumentException(cause));
                case Jobs.Bound.Ready(var judges, var job) -> {
                    var objection = job.objectionTo(arrival.sample());
                    if (objection == null) {
                        cases.add(new Case(
                                arrival.record(),
                                new Trial(arrival.sample(), judges),
                                traces.follow("judge", arrival.record().headers(), arrival.sample())));
                    } else {
                        bury(arrival.record(), arrival.sample(), new IllegalArgumentException(objection));
                    }
                }
            }
        }
        return cases;
    }

    private void send(List<Case> cases) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var each : cases) {
            var trial = each.trial();
            var failure = trial.failure();
            var rejected = trial.rejected();
            var id = trial.sample().id();
            if (failure != null) {
                each.hop().end("dead-lettered");
                bury(each.record(), trial.sample(), failure);
            } else if (rejected != null) {
                meters.rejected(rejected.operator(), rejected.reason());
                sent.add(send(each.hop(), rejected.reason(), Topics.SAMPLES_REJECTED, id, rejected));
            } else {
                meters.accepted();
                sent.add(send(each.hop(), "accepted", Topics.SAMPLES_JUDGED, id, trial.judged()));
            }
        }
        kafka.flush();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> send(SampleTraces.Hop hop, String outcome, String topic, String id, Object event) {
        var record = new ProducerRecord<>(topic, id, Wire.write(event));
        hop.into(record.headers());
        hop.end(outcome);
        return kafka.send(record);
    }

    private void bury(ConsumerRecord<String, byte[]> record, Sample sample, RuntimeException cause) {
        try (var _ = About.sample(sample)) {
            bury(record, cause);
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        LOG.info("dead letter of {}, key {}: {}", record.topic(), record.key(), cause.getMessage());
        meters.deadLettered();
        deadLetters.accept(record, cause);
    }
}
