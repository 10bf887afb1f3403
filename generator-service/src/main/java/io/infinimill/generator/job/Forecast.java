package io.infinimill.generator.job;

/**
 * What a job's work comes to, judged by what became of it so far. Samples under way count as if all of them will be
 * accepted, because bad news is early: a refused seed is known at once and a filtered sample two hops later, an accepted
 * one after three. By what has ended alone the rates would be too low, and far too much would be ordered.
 *
 * @param perVariant samples that a variant of this round gives, refused seeds and exhausted templates considered
 * @param perSample accepted samples that a sample gives
 */
record Forecast(double perVariant, double perSample) {

    /** Keeps the work ordered finite where nothing succeeds. */
    private static final double LEAST = 0.05;

    /** A job aims this part of its target above it, so that it need not wait for the last few samples one by one. */
    private static final double MARGIN = 0.005;

    /** This part of its target it may exceed it, even if its last work succeeds {@link #LUCK} standard deviations too well. */
    private static final double MOST_SURPLUS = 0.02;

    private static final double LUCK = 2;

    static Forecast of(Job job) {
        long promising = job.accepted() + job.awaited();
        return new Forecast(
                rate(job.roundPassed() + job.outstandingVariants(), job.roundDone() + job.outstandingVariants()),
                rate(promising, promising + job.lost()));
    }

    /** The forecast of a round of which nothing is known; seeds that have nothing more to give are not in it. */
    Forecast ofNewRound() {
        return new Forecast(1, perSample);
    }

    /** Variants to hand out beside those under way, so that the target is reached; without a target there is no end. */
    long missing(Job job) {
        var target = job.target();
        if (target == null) {
            return Long.MAX_VALUE;
        }
        if (job.accepted() >= target) {
            return 0;
        }
        double expected = job.accepted() + job.awaited() + perSample * perVariant * job.outstandingVariants();
        double missing = target - expected;
        return missing <= 0 ? 0 : variants(missing, target, job.roundVariants() == null ? 1 : job.roundVariants());
    }

    /**
     * Variants for so many missing samples. As many variants as samples are no risk. Of more, those of one seed share their
     * luck where the seed may be refused, so the deviation grows with the variants per seed.
     */
    private long variants(double missing, long target, int perSeed) {
        double rate = perSample * perVariant;
        double bound = missing + Math.floor(target * MOST_SURPLUS);
        double careful = bound - LUCK * Math.sqrt(bound * (1 - rate) * perSeed);
        double aim = Math.min(missing + Math.floor(target * MARGIN), careful);
        return (long) Math.ceil(Math.max(missing, aim / rate));
    }

    private static double rate(long good, long all) {
        return Math.max(LEAST, (good + 1.0) / (all + 1.0));
    }
}
