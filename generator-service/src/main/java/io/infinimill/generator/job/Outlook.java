package io.infinimill.generator.job;

import io.infinimill.generator.teacher.Spending;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a job's teachers will have cost in all when it reaches its target, or has worked all its seeds, if what comes is
 * like what was.
 *
 * @param basis {@code probe} or {@code job}: what it is judged by
 * @param basedOnSeeds how many seeds that were
 * @param templatesPerSeed templates that a seed of those gave
 * @param seeds that will have been worked, of those there are
 * @param tokens in and out together
 */
record Outlook(String basis, long basedOnSeeds, double templatesPerSeed, long seeds, long tokens, BigDecimal money) {

    /** Null while nothing is known of what a seed costs. */
    static @Nullable Outlook of(
            Job job, long seedCount, JobSettings settings, Probe.@Nullable Probed probe, Spending spending) {
        long decided = job.decoupled() + job.refused();
        boolean probed = probe != null && probe.seeds() > decided;
        var known = probe != null && probed ? probe : new Probe.Probed((int) decided, (int) job.decoupled());
        if (known.seeds() == 0 || spending.asked() + spending.known() == 0) {
            return null;
        }
        double perSeed = (double) known.templates() / known.seeds();
        long seeds = seedCount;
        var target = job.target();
        if (target != null) {
            long share = Math.clamp(Math.ceilDiv(target, Math.max(1, seedCount)), 1, settings.variantsPerUnit());
            double accepted = perSeed * share * Forecast.of(job).perSample();
            seeds = accepted == 0 ? seedCount : (long) Math.min((double) seedCount, Math.ceil(target / accepted));
        }
        seeds = Math.max(seeds, Math.min(decided, seedCount));
        double factor = Math.max(1, (double) seeds / known.seeds());
        return new Outlook(
                probed ? "probe" : "job",
                known.seeds(),
                perSeed,
                seeds,
                Math.round((spending.tokensIn() + spending.tokensOut()) * factor),
                spending.money().multiply(BigDecimal.valueOf(factor), MathContext.DECIMAL64));
    }
}
