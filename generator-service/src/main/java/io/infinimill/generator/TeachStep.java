package io.infinimill.generator;

import io.infinimill.generator.job.JobState;
import io.infinimill.generator.job.Jobs;
import io.infinimill.generator.job.WorkUnits;
import io.infinimill.generator.teacher.Parked;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.TemplateRequested;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * templates.requested in, seeds.submitted out: has teachers decouple seeds. Its consumers are a share group, so that any
 * number of generators divide the work whatever the number of partitions, and each record is acknowledged by itself when
 * its seed is decided.
 */
@Component
class TeachStep implements SmartLifecycle {

    static final String GROUP = "generator-service-teach";

    private static final Logger log = LoggerFactory.getLogger(TeachStep.class);
    private static final Set<String> WORKING = Set.of(JobState.QUEUED, JobState.RUNNING);
    private static final long RETRY_MILLIS = 1000;

    private final Jobs jobs;
    private final WorkUnits units;
    private final Templates templates;
    private final TeachTemplates teach;
    private final Parked parked;
    private final SamplePublisher publisher;
    private final GenerateOperators operators;
    private final ConsumerRecordRecoverer deadLetters;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;
    private final TeachSettings settings;
    private final List<SharedRecords> running = new ArrayList<>();

    TeachStep(
            Jobs jobs,
            WorkUnits units,
            Templates templates,
            TeachTemplates teach,
            Parked parked,
            SamplePublisher publisher,
            GenerateOperators operators,
            @Qualifier("generatorDeadLetters") ConsumerRecordRecoverer deadLetters,
            ConsumerFactory<String, byte[]> consumers,
            KafkaAdmin admin,
            TeachSettings settings) {
        this.jobs = jobs;
        this.units = units;
        this.templates = templates;
        this.teach = teach;
        this.parked = parked;
        this.publisher = publisher;
        this.operators = operators;
        this.deadLetters = deadLetters;
        this.consumers = consumers;
        this.admin = admin;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        readFromTheBeginning();
        for (int i = 0; i < settings.consumers(); i++) {
            running.add(new SharedRecords(
                    GROUP, Topics.TEMPLATES_REQUESTED, consumers.getConfigurationProperties(), settings, this::decide));
        }
        running.forEach(SharedRecords::start);
    }

    @Override
    public synchronized void stop() {
        running.forEach(SharedRecords::stop);
        running.forEach(SharedRecords::awaitEnd);
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /** A share group begins at the end of its topics unless its configuration on the broker says otherwise. */
    private void readFromTheBeginning() {
        var beginning = new AlterConfigOp(
                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        var group = new ConfigResource(ConfigResource.Type.GROUP, GROUP);
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            client.incrementalAlterConfigs(Map.of(group, List.of(beginning))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses to configure the share group " + GROUP, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the share group is configured", e);
        }
    }

    private void decide(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        TemplateRequested order;
        try {
            order = Wire.read(record.value(), TemplateRequested.class);
        } catch (IllegalArgumentException e) {
            deadLetters.accept(record, e);
            return;
        }
        while (true) {
            try {
                decide(order);
                return;
            } catch (DataAccessException | TransactionException | KafkaException e) {
                log.warn("seed {} of job {} waits: {}", order.seed().id(), order.jobId(), e.getMessage());
                Thread.sleep(RETRY_MILLIS);
            } catch (RuntimeException e) {
                log.warn("seed {} of job {} is dead-lettered", order.seed().id(), order.jobId(), e);
                deadLetters.accept(record, e);
                units.close(List.of(deadLettered(order)));
                return;
            }
        }
    }

    private void decide(TemplateRequested order) throws InterruptedException {
        var job = jobs.find(order.jobId())
                .orElseThrow(() -> new IllegalArgumentException("there is no job '%s'".formatted(order.jobId())));
        if (job.state().equals(JobState.PAUSED)) {
            parked.park(order);
            return;
        }
        var recipe = operators.bind(job.recipe());
        var taught = Objects.requireNonNull(recipe.taught(), "the recipe asks no teacher");
        boolean open = WORKING.contains(job.state())
                && !job.reached()
                && templates.find(recipe.operators(), List.of(order.seed().id())).isEmpty();
        if (open) {
            try {
                templates.store(recipe.operators(), List.of(teach.of(job, taught, order.seed())));
            } catch (Standstill e) {
                parked.park(order);
                jobs.pause(job.id(), String.valueOf(e.getMessage()));
                return;
            }
        }
        publisher.resubmit(order);
    }

    private static WorkUnits.Closed deadLettered(TemplateRequested order) {
        var first = order.firstVariant();
        return new WorkUnits.Closed(
                order.jobId(),
                order.seed().id(),
                first == null ? 0 : first,
                1,
                0,
                true,
                WorkUnits.SeedCount.UNCOUNTED,
                true);
    }
}
