package io.infinimill.generator.job;

import io.infinimill.model.Seed;
import java.util.List;

/** Works a few of a job's seeds before the job begins, to see what they cost. What it finds is kept for the job. */
public interface Probe {

    /**
     * What came of it.
     *
     * @param seeds that were decided
     * @param templates that they gave
     */
    record Probed(int seeds, int templates) {}

    /** Ends when all seeds are decided, a teacher or the sandbox is away, the budget is spent, or the patience is over. */
    Probed of(Job job, List<Seed> seeds) throws InterruptedException;
}
