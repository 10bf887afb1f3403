package io.infinimill.judge;

import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * samples.filtered in, samples.judged and samples.rejected out. Offsets are committed after the broker has what became
 * of the samples; a repetition judges again and sends the same under the same ids.
 */
class JudgeStep {

    static final String LISTENER = "judge-judge";

    private final Jobs jobs;
    private final Court court;
    private final KafkaTemplate<String, byte[]> kafka;
    private final ConsumerRecordRecoverer deadLetters;
    private final JudgeMeters meters;

    JudgeStep(
            Jobs jobs,
            Court court,
            KafkaTemplate<String, byte[]> kafka,
            ConsumerRecordRecoverer deadLetters,
            JudgeMeters meters) {
        this.jobs = jobs;
        this.court = court;
        this.kafka = kafka;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    private record Arrival(ConsumerRecord<String, byte[]> record, Sample sample) {}

    private record Case(ConsumerRecord<String, byte[]> record, Trial trial) {}

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
                            new IllegalArgumentException(
                                    "job %s is not announced on %s. Maybe create it with POST /api/v1/jobs"
                                            .formatted(jobId, Topics.JOBS_SUBMITTED)));
                case Jobs.Bound.Refused(String cause) -> bury(arrival.record(), new IllegalArgumentException(cause));
                case Jobs.Bound.Ready(var judges, var job) -> {
                    var objection = job.objectionTo(arrival.sample());
                    if (objection == null) {
                        cases.add(new Case(arrival.record(), new Trial(arrival.sample(), judges)));
                    } else {
                        bury(arrival.record(), new IllegalArgumentException(objection));
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
                bury(each.record(), failure);
            } else if (rejected != null) {
                meters.rejected(rejected.operator(), rejected.reason());
                sent.add(kafka.send(Topics.SAMPLES_REJECTED, id, Wire.write(rejected)));
            } else {
                meters.accepted();
                sent.add(kafka.send(Topics.SAMPLES_JUDGED, id, Wire.write(trial.judged())));
            }
        }
        kafka.flush();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private void bury(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        meters.deadLettered();
        deadLetters.accept(record, cause);
    }
}
