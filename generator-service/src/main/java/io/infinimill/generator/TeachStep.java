package io.infinimill.generator;

import io.infinimill.generator.job.JobState;
import io.infinimill.generator.job.Jobs;
import io.infinimill.generator.job.WorkUnits;
import io.infinimill.generator.teacher.Requests;
import io.infinimill.generator.teacher.TeachLease;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.TemplateRequested;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * templates.requested in, seeds.submitted out: has teachers decouple seeds, many at once, each on a virtual thread. The
 * generators are a share group, so that any number of them divide the work whatever the number of partitions. A request is
 * stored under the generator's number when it is taken, acknowledged, and deleted when its seed is decided.
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
    private final Requests requests;
    private final TeachLease lease;
    private final SamplePublisher publisher;
    private final GenerateOperators operators;
    private final ConsumerRecordRecoverer deadLetters;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;
    private final TeachSettings settings;
    private final Semaphore room;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    private @Nullable SharedRecords records;

    TeachStep(
            Jobs jobs,
            WorkUnits units,
            Templates templates,
            TeachTemplates teach,
            Requests requests,
            TeachLease lease,
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
        this.requests = requests;
        this.lease = lease;
        this.publisher = publisher;
        this.operators = operators;
        this.deadLetters = deadLetters;
        this.consumers = consumers;
        this.admin = admin;
        this.settings = settings;
        room = new Semaphore(settings.inFlight());
    }

    @Override
    public synchronized void start() {
        readFromTheBeginning();
        records = new SharedRecords(
                GROUP,
                Topics.TEMPLATES_REQUESTED,
                settings.seedsAtOnce(),
                room,
                consumers.getConfigurationProperties(),
                this::take);
        records.start();
    }

    /** Replies under way are paid for: they are waited for a while. What is not done then is taken by another. */
    @Override
    public synchronized void stop() {
        if (records == null) {
            return;
        }
        records.stop();
        records = null;
        try {
            if (!room.tryAcquire(settings.inFlight(), settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                atWork.forEach(Thread::interrupt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.release();
    }

    @Override
    public synchronized boolean isRunning() {
        return records != null;
    }

    /** Why no requests are taken now, or null. */
    synchronized @Nullable String fault() {
        return records == null ? "it is stopped" : records.fault();
    }

    /** A share group begins at the end of its topics unless its configuration on the broker says otherwise. */
    private void readFromTheBeginning() {
        var beginning =
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        var group = new ConfigResource(ConfigResource.Type.GROUP, GROUP);
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            client.incrementalAlterConfigs(Map.of(group, List.of(beginning)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses to configure the share group " + GROUP, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the share group is configured", e);
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> records) {
        var orders = new ArrayList<TemplateRequested>();
        var places = new HashMap<TemplateRequested, ConsumerRecord<String, byte[]>>();
        for (var record : records) {
            try {
                var order = Wire.read(record.value(), TemplateRequested.class);
                orders.add(order);
                places.put(order, record);
            } catch (IllegalArgumentException e) {
                deadLetters.accept(record, e);
            }
        }
        for (var order : requests.take(lease.owner(), orders)) {
            room.acquireUninterruptibly();
            Thread.ofVirtual()
                    .name("teach-" + order.seed().id())
                    .start(() -> work(order, Objects.requireNonNull(places.get(order))));
        }
    }

    private void work(TemplateRequested order, ConsumerRecord<String, byte[]> record) {
        atWork.add(Thread.currentThread());
        try {
            decide(order, record);
        } catch (InterruptedException e) {
            log.info("seed {} of job {} is left to another", order.seed().id(), order.jobId());
        } catch (RuntimeException e) {
            log.warn("seed {} of job {} is left as it is", order.seed().id(), order.jobId(), e);
        } finally {
            atWork.remove(Thread.currentThread());
            room.release();
        }
    }

    private void decide(TemplateRequested order, ConsumerRecord<String, byte[]> record) throws InterruptedException {
        while (true) {
            try {
                decide(order);
                return;
            } catch (RuntimeException e) {
                if (Outage.is(e) || e instanceof KafkaException) {
                    log.warn("seed {} of job {} waits: {}", order.seed().id(), order.jobId(), e.getMessage());
                    Thread.sleep(RETRY_MILLIS);
                    continue;
                }
                log.warn("seed {} of job {} is dead-lettered", order.seed().id(), order.jobId(), e);
                deadLetters.accept(record, e);
                units.close(List.of(deadLettered(order)));
                requests.done(order);
                return;
            }
        }
    }

    private void decide(TemplateRequested order) throws InterruptedException {
        var job = jobs.find(order.jobId())
                .orElseThrow(() -> new IllegalArgumentException("there is no job '%s'".formatted(order.jobId())));
        if (job.state().equals(JobState.PAUSED)) {
            requests.park(order);
            return;
        }
        var recipe = operators.bind(job.recipe());
        boolean open = WORKING.contains(job.state())
                && !job.reached()
                && templates
                        .find(recipe.operators(), List.of(order.seed().id()))
                        .isEmpty();
        if (open) {
            try {
                templates.store(recipe.operators(), List.of(teach.of(job, recipe, order.seed())));
            } catch (Standstill e) {
                jobs.stop(job, String.valueOf(e.getMessage()));
                requests.park(order);
                return;
            }
        }
        publisher.resubmit(order);
        requests.done(order);
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
