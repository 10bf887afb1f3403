package io.infinimill.generator.job;

import static io.infinimill.generator.job.JobState.COMPLETED;
import static io.infinimill.generator.job.JobState.QUEUED;
import static io.infinimill.generator.job.JobState.RUNNING;

import io.infinimill.generator.seed.SeedSets;
import java.util.ArrayList;
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
 * Keeps jobs going: hands out no more work than the target still needs by the {@link Forecast} and than may be in flight,
 * round after round over the seeds, and ends a job when its target is reached or its seeds are exhausted. Less than a
 * seed's share is handed out only where nothing else is being worked on, at the end. All its state is stored, so any
 * generator goes on where another stopped.
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
        var handedOut = job.seedSet() != null && handOut(job, job.seedSet());
        if (!handedOut && job.idle()) {
            end(job);
        }
    }

    /** Hands out the next stretch of the round or begins a round; false where no more is wanted, or none is to be had. */
    private boolean handOut(Job job, String seedSet) {
        long wanted = wanted(job);
        if (wanted <= 0) {
            return false;
        }
        var variants = job.roundVariants();
        if (variants == null) {
            return begin(job, seedSet, 0, seeds.find(seedSet).orElseThrow().seeds());
        }
        if (wanted < variants && job.outstandingUnits() > 0) {
            return true;
        }
        var batch = candidates(job, seedSet, Math.ceilDiv(wanted, variants));
        if (!batch.isEmpty()) {
            send(job, seedSet, batch, wanted, variants);
            return true;
        }
        if (job.outstandingUnits() > 0) {
            return true;
        }
        long live = units.countLive(job.id(), job.round());
        return live > 0 && begin(job, seedSet, job.round() + 1, live);
    }

    /** Variants to hand out now. */
    private long wanted(Job job) {
        long room = settings.inFlight() - job.inFlight() - job.outstandingVariants();
        return Math.min(room, Forecast.of(job).missing(job));
    }

    /** Divides what is missing among the seeds that have more to give. */
    private boolean begin(Job job, String seedSet, int round, long seedCount) {
        long missing = Forecast.of(job).ofNewRound().missing(job);
        long share = Math.ceilDiv(missing, Math.max(1, seedCount));
        units.beginRound(job.id(), round, Math.clamp(share, 1, settings.variantsPerUnit()));
        return handOut(jobs.find(job.id()).orElseThrow(), seedSet);
    }

    private List<WorkUnits.Live> candidates(Job job, String seedSet, long most) {
        int limit = Math.clamp(most, 1, SEEDS_AT_ONCE);
        return job.round() == 0
                ? seeds.ids(seedSet, job.nextSeed(), limit).stream()
                        .map(id -> new WorkUnits.Live(id, 0))
                        .toList()
                : units.live(job.id(), job.round() - 1, job.nextSeed(), limit);
    }

    private void send(Job job, String seedSet, List<WorkUnits.Live> batch, long wanted, int variants) {
        var handedOut = new ArrayList<WorkUnits.Unit>();
        long left = wanted;
        for (var live : batch) {
            int share = Math.clamp(left, 1, variants);
            handedOut.add(new WorkUnits.Unit(live.seedId(), live.firstVariant(), share, job.round()));
            left -= share;
        }
        units.handOut(job.id(), handedOut);
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
