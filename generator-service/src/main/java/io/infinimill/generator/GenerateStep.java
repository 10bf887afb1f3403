package io.infinimill.generator;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.job.JobState;
import io.infinimill.generator.job.Jobs;
import io.infinimill.generator.job.WorkUnits;
import io.infinimill.generator.job.WorkUnits.Closed;
import io.infinimill.generator.job.WorkUnits.SeedCount;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Hop;
import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleId;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Seed;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.TemplateRequested;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * seeds.submitted in, samples.generated and samples.rejected out, with templates.verified before the first sample of a
 * template. Offsets are committed after the broker has the samples and the work is closed; a repetition makes the same
 * samples under the same ids. A seed that needs a teacher is sent on as templates.requested, and comes back.
 */
@Component
class GenerateStep {

    static final String LISTENER = "generator-generate";

    private static final Set<String> WORKING = Set.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED);

    private static final int LONGEST_NAME = 200;

    private final Jobs jobs;
    private final WorkUnits units;
    private final VerifyTemplates verify;
    private final ScaleTemplates scale;
    private final SamplePublisher publisher;
    private final GenerateOperators operators;
    private final ConsumerRecordRecoverer deadLetters;
    private final Map<String, GenerateOperators.Bound> bound = new ConcurrentHashMap<>();

    GenerateStep(
            Jobs jobs,
            WorkUnits units,
            VerifyTemplates verify,
            ScaleTemplates scale,
            SamplePublisher publisher,
            GenerateOperators operators,
            @Qualifier("generatorDeadLetters") ConsumerRecordRecoverer deadLetters) {
        this.jobs = jobs;
        this.units = units;
        this.verify = verify;
        this.scale = scale;
        this.publisher = publisher;
        this.operators = operators;
        this.deadLetters = deadLetters;
    }

    /** A record and what it says. */
    private record Order(ConsumerRecord<String, byte[]> record, SeedSubmitted seed) {}

    @KafkaListener(
            id = LISTENER,
            idIsGroup = false,
            groupId = "generator-service",
            topics = Topics.SEEDS_SUBMITTED,
            containerFactory = "generatorListeners")
    void generate(List<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
        var orders = new LinkedHashMap<String, List<Order>>();
        for (var record : records) {
            try {
                var seed = Wire.read(record.value(), SeedSubmitted.class);
                fitting("jobId", seed.jobId());
                fitting("seed.id", seed.seed().id());
                fitting("seed.set", seed.seed().set());
                orders.computeIfAbsent(seed.jobId(), _ -> new ArrayList<>()).add(new Order(record, seed));
            } catch (IllegalArgumentException e) {
                deadLetters.accept(record, e);
            }
        }
        for (var perJob : orders.entrySet()) {
            var job = jobs.find(perJob.getKey());
            if (job.isEmpty()) {
                var cause = new IllegalArgumentException("there is no job '%s'".formatted(perJob.getKey()));
                perJob.getValue().forEach(order -> deadLetters.accept(order.record(), cause));
            } else {
                work(job.get(), perJob.getValue());
            }
        }
    }

    /** What PostgreSQL takes as indexed text. */
    private static void fitting(String field, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("%s has %d characters or a zero character; it takes 1 to %d without"
                    .formatted(field, name.length(), LONGEST_NAME));
        }
    }

    private void work(Job job, List<Order> orders) throws InterruptedException {
        var closed = new ArrayList<Closed>();
        if (WORKING.contains(job.state())) {
            try {
                closed.addAll(attempt(job, orders));
            } catch (RejectedInput e) {
                for (var order : orders) {
                    closed.addAll(alone(job, order));
                }
            }
        } else {
            orders.forEach(order -> closed.add(closed(order, 0, 0, true, SeedCount.UNCOUNTED, false)));
        }
        units.close(closed);
    }

    /** Where a batch fails on its input, each seed is tried alone, and the one that fails is dead-lettered. */
    private List<Closed> alone(Job job, Order order) throws InterruptedException {
        try {
            return attempt(job, List.of(order));
        } catch (RejectedInput e) {
            deadLetters.accept(order.record(), e);
            return List.of(closed(order, 1, 0, true, SeedCount.UNCOUNTED, true));
        }
    }

    private List<Closed> attempt(Job job, List<Order> orders) throws InterruptedException, RejectedInput {
        var recipe = bound.computeIfAbsent(job.id(), _ -> operators.bind(job.recipe()));
        var seeds = orders.stream()
                .map(order -> order.seed().seed())
                .collect(Collectors.toMap(Seed::id, seed -> seed, (a, _) -> a, LinkedHashMap::new));
        var results = RejectedInput.guard(() -> verify.of(recipe, seeds));
        var refusedOrders = new ArrayList<Order>();
        var scaledOrders = new ArrayList<Order>();
        var stretches = new ArrayList<ScaleTemplates.Stretch>();
        var taughtOrders = new ArrayList<Order>();
        for (var order : orders) {
            var result = results.get(order.seed().seed().id());
            var template = result == null ? null : result.template();
            if (result == null) {
                taughtOrders.add(order);
            } else if (template == null) {
                refusedOrders.add(order);
            } else {
                scaledOrders.add(order);
                stretches.add(
                        new ScaleTemplates.Stretch(job, template, recipe.scaler(), first(order), variants(order)));
            }
        }
        var scaled = RejectedInput.guard(() -> scale.of(stretches));
        var rejected = new ArrayList<SampleRejected>();
        refusedOrders.forEach(order -> rejected.add(refusal(job, order.seed().seed(), results)));
        publisher.announce(
                job, stretches.stream().map(ScaleTemplates.Stretch::template).toList());
        publisher.send(scaled, rejected);
        if (!job.reached()) {
            publisher.request(taughtOrders.stream().map(GenerateStep::request).toList());
            taughtOrders.clear();
        }
        var closed = new ArrayList<>(close(refusedOrders, scaledOrders, scaled));
        taughtOrders.forEach(order -> closed.add(closed(order, 0, 0, true, SeedCount.UNCOUNTED, false)));
        return closed;
    }

    private static List<Closed> close(
            List<Order> refusedOrders, List<Order> scaledOrders, List<ScaleTemplates.Scaled> scaled) {
        var closed = new ArrayList<Closed>();
        refusedOrders.forEach(order -> closed.add(closed(order, 1, 1, true, count(order, SeedCount.REFUSED), false)));
        for (int i = 0; i < scaled.size(); i++) {
            var result = scaled.get(i);
            int turnedDown = result.rejected().size();
            closed.add(closed(
                    scaledOrders.get(i),
                    result.generated().size() + turnedDown,
                    turnedDown,
                    result.exhausted(),
                    count(scaledOrders.get(i), SeedCount.DECOUPLED),
                    false));
        }
        return closed;
    }

    private static Closed closed(
            Order order, int generated, int turnedDown, boolean exhausted, SeedCount count, boolean deadLettered) {
        return new Closed(
                order.seed().jobId(),
                order.seed().seed().id(),
                first(order),
                generated,
                turnedDown,
                exhausted,
                count,
                deadLettered);
    }

    private static SeedCount count(Order order, SeedCount count) {
        return first(order) == 0 ? count : SeedCount.UNCOUNTED;
    }

    private static TemplateRequested request(Order order) {
        var seed = order.seed();
        return new TemplateRequested(seed.jobId(), seed.seed(), seed.firstVariant(), seed.variants());
    }

    private static int first(Order order) {
        var first = order.seed().firstVariant();
        return first == null ? 0 : first;
    }

    private static int variants(Order order) {
        var variants = order.seed().variants();
        return variants == null ? Integer.MAX_VALUE : variants;
    }

    private static SampleRejected refusal(Job job, Seed seed, Map<String, Templates.Decoupled> results) {
        var result = Objects.requireNonNull(results.get(seed.id()));
        var operator = String.valueOf(result.operator());
        return new SampleRejected(
                new Sample(
                        SampleId.of(job.id(), seed.id(), operator, 0, null),
                        job.id(),
                        job.dataset(),
                        Sample.MATH,
                        seed.set(),
                        seed.id(),
                        null,
                        null,
                        null,
                        null,
                        seed.question(),
                        null,
                        null,
                        null,
                        null,
                        new Provenance(job.recipeHash(), List.of(Hop.of(SampleRejected.GENERATE, List.of(operator))))),
                SampleRejected.GENERATE,
                operator,
                String.valueOf(result.reason()),
                result.detail());
    }
}
