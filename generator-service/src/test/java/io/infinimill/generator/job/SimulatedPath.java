package io.infinimill.generator.job;

import io.infinimill.generator.job.WorkUnits.Closed;
import io.infinimill.generator.job.WorkUnits.SeedCount;
import io.infinimill.generator.job.WorkUnits.Unit;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.ReasonCount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What lies behind a job's runner: generators that work on so many units between two ticks, a filter whose rejections
 * are told a tick later, and a judge that takes three. Whether a seed is refused and a sample accepted is decided by hashes.
 */
final class SimulatedPath {

    private static final int JUDGE_TICKS = 3;

    private final String job;
    private final Jobs jobs;
    private final WorkUnits units;
    private final double decoupled;
    private final double acceptance;
    private final int unitsAtOnce;
    private final int perTemplate;
    private final Deque<Long> judging = new ArrayDeque<>();
    private final List<Unit> done = new ArrayList<>();
    private long sequence;
    private long accepted;
    private long filtered;
    private long refused;

    SimulatedPath(
            String job,
            Jobs jobs,
            WorkUnits units,
            double decoupled,
            double acceptance,
            int unitsAtOnce,
            int perTemplate) {
        this.job = job;
        this.jobs = jobs;
        this.units = units;
        this.decoupled = decoupled;
        this.acceptance = acceptance;
        this.unitsAtOnce = unitsAtOnce;
        this.perTemplate = perTemplate;
        for (int i = 0; i < JUDGE_TICKS; i++) {
            judging.add(0L);
        }
    }

    /** What happens between two ticks. */
    void work() {
        long refusedNow = 0;
        long good = 0;
        long bad = 0;
        var closed = new ArrayList<Closed>();
        for (var unit : units.outstanding(job).stream().limit(unitsAtOnce).toList()) {
            done.add(unit);
            if (part(unit.seedId()) >= decoupled) {
                refusedNow++;
                closed.add(new Closed(job, unit.seedId(), 0, 1, 1, true, SeedCount.REFUSED, false));
                continue;
            }
            int given = Math.clamp(perTemplate - unit.firstVariant(), 0, unit.variants());
            for (int i = 0; i < given; i++) {
                if (part(unit.seedId() + "/" + (unit.firstVariant() + i)) < acceptance) {
                    good++;
                } else {
                    bad++;
                }
            }
            closed.add(new Closed(
                    job,
                    unit.seedId(),
                    unit.firstVariant(),
                    given,
                    0,
                    given < unit.variants(),
                    unit.firstVariant() == 0 ? SeedCount.DECOUPLED : SeedCount.UNCOUNTED,
                    false));
        }
        tell();
        units.close(closed);
        refused += refusedNow;
        filtered += bad;
        judging.add(good);
        accepted += judging.remove();
    }

    /** The units worked on, in their order. */
    List<Unit> done() {
        return done;
    }

    void tellAccepted(long samples) {
        accepted = samples;
        tell();
    }

    private void tell() {
        jobs.progress(new JobProgressed(
                job,
                ++sequence,
                accepted,
                refused + filtered,
                0L,
                List.of(
                        new ReasonCount("generate", "annotated", "ambiguous", refused),
                        new ReasonCount("filter", "response-length", "too_short", filtered)),
                null));
    }

    private static double part(String text) {
        return new SplittableRandom(text.hashCode()).nextDouble();
    }
}
