package io.infinimill.generator.job;

import static io.infinimill.generator.job.JobState.COMPLETED;
import static io.infinimill.generator.job.JobState.QUEUED;
import static io.infinimill.generator.job.JobState.RUNNING;

import io.infinimill.generator.seed.SeedSets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps jobs going: hands out no more work than the target still needs at the measured acceptance rate and than may be in
 * flight, round after round over the seeds, and ends a job when its target is reached or its seeds are exhausted. All its
 * state is stored, so any generator goes on where another stopped.
 */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int SEEDS_AT_ONCE = 500;

    private final Jobs jobs;
    private final WorkUnits units;
    private final SeedSets seeds;
    private final JobPublisher publisher;
    private final JobSettings settings;
    private final JobLease lease;
    private final Set<String> resumed = new HashSet<>();

    JobRunner(
            Jobs jobs, WorkUnits units, SeedSets seeds, JobPublisher publisher, JobSettings settings, JobLease lease) {
        this.jobs = jobs;
        this.units = units;
        this.seeds = seeds;
        this.publisher = publisher;
        this.settings = settings;
        this.lease = lease;
    }

    @Scheduled(fixedDelayString = "${infinimill.generator.job.tick}")
    void tick() {
        if (!lease.held()) {
            resumed.clear();
            return;
        }
        for (var job : jobs.unannounced()) {
            publisher.announce(job);
            jobs.announced(job.id());
        }
        for (var job : jobs.active()) {
            advance(job);
        }
    }

    private void advance(Job job) {
        if (job.state().equals(QUEUED)) {
            jobs.change(job.id(), List.of(QUEUED), RUNNING, null);
        }
        if (resumed.add(job.id())) {
            resend(job);
        }
        long wanted = wanted(job);
        var handedOut = wanted > 0 && job.seedSet() != null && handOut(job, job.seedSet(), wanted);
        if (!handedOut && job.idle()) {
            end(job);
        }
    }

    /** Variants to hand out now. */
    private long wanted(Job job) {
        long room = settings.inFlight() - job.inFlight() - job.outstandingVariants();
        if (job.target() == null) {
            return room;
        }
        double acceptance = Math.max(0.05, (job.accepted() + 1.0) / (job.settled() + 1.0));
        double expected = acceptance * (job.inFlight() + job.outstandingVariants());
        return Math.min(room, (long) Math.ceil((job.target() - job.accepted() - expected) / acceptance));
    }

    /** Hands out the next stretch of the round, or begins the next round; false when the seeds have no more to give. */
    private boolean handOut(Job job, String seedSet, long wanted) {
        int round = job.round();
        var variants = job.roundVariants();
        long next = job.nextOrdinal();
        if (variants == null) {
            variants = share(wantedInAll(job), seeds.find(seedSet).orElseThrow().seeds());
        }
        var batch = candidates(job, seedSet, round, next, batchSize(wanted, variants));
        if (batch.isEmpty()) {
            if (job.outstandingUnits() > 0) {
                return true;
            }
            long live = units.countLive(job.id(), round);
            if (live == 0) {
                return false;
            }
            round++;
            next = 0;
            variants = share(wantedInAll(job), live);
            batch = candidates(job, seedSet, round, next, batchSize(wanted, variants));
        }
        send(job, seedSet, batch, round, variants);
        return true;
    }

    private static int batchSize(long wanted, int variants) {
        return Math.clamp((wanted + variants - 1) / variants, 1, SEEDS_AT_ONCE);
    }

    private static long wantedInAll(Job job) {
        if (job.target() == null) {
            return Long.MAX_VALUE;
        }
        double acceptance = Math.max(0.05, (job.accepted() + 1.0) / (job.settled() + 1.0));
        return (long) Math.ceil((job.target() - job.accepted()) / acceptance);
    }

    private int share(long variants, long seedCount) {
        return Math.clamp(
                variants / Math.max(1, seedCount) + (variants % Math.max(1, seedCount) == 0 ? 0 : 1),
                1,
                settings.variantsPerUnit());
    }

    private List<WorkUnits.Live> candidates(Job job, String seedSet, int round, long afterOrdinal, int limit) {
        return round == 0
                ? seeds.seeds(seedSet, afterOrdinal, limit).stream()
                        .map(placed -> new WorkUnits.Live(placed.seed().id(), 0, placed.ordinal()))
                        .toList()
                : units.live(job.id(), round - 1, afterOrdinal, limit);
    }

    private void send(Job job, String seedSet, List<WorkUnits.Live> batch, int round, int variants) {
        var handedOut = batch.stream()
                .map(live -> new WorkUnits.Unit(live.seedId(), live.firstVariant(), variants, round, live.ordinal()))
                .toList();
        units.handOut(job, handedOut, round, variants, batch.getLast().ordinal());
        publish(job, seedSet, handedOut);
    }

    /** After a restart: sends again what is not done, which repeats samples at most, under the same ids. */
    private void resend(Job job) {
        var outstanding = units.outstanding(job.id());
        if (outstanding.isEmpty() || job.seedSet() == null) {
            return;
        }
        log.info("job {} goes on with {} units of work that were not done", job.id(), outstanding.size());
        for (int from = 0; from < outstanding.size(); from += SEEDS_AT_ONCE) {
            publish(job, job.seedSet(), outstanding.subList(from, Math.min(from + SEEDS_AT_ONCE, outstanding.size())));
        }
    }

    private void publish(Job job, String seedSet, List<WorkUnits.Unit> handedOut) {
        var unitsBySeed = handedOut.stream().collect(Collectors.groupingBy(WorkUnits.Unit::seedId));
        publisher.send(
                job,
                seeds.load(seedSet, List.copyOf(unitsBySeed.keySet())).stream()
                        .map(SeedSets.PlacedSeed::seed)
                        .flatMap(seed -> unitsBySeed.getOrDefault(seed.id(), List.of()).stream()
                                .map(unit -> new JobPublisher.Work(seed, unit.firstVariant(), unit.variants())))
                        .toList());
    }

    private void end(Job job) {
        if (job.target() != null && job.accepted() >= job.target()) {
            complete(job, null);
        } else if (job.seedSet() != null) {
            complete(
                    job,
                    job.target() == null
                            ? null
                            : "the seeds are exhausted: they gave %,d accepted samples of %,d asked for"
                                    .formatted(job.accepted(), job.target()));
        }
    }

    private void complete(Job job, @Nullable String message) {
        if (jobs.change(job.id(), List.of(QUEUED, RUNNING), COMPLETED, message)) {
            log.info("job {} is completed with {} accepted samples", job.id(), job.accepted());
        }
    }
}
