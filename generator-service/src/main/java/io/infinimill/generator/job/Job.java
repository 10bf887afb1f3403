package io.infinimill.generator.job;

import io.infinimill.model.ReasonCount;
import io.infinimill.model.Recipe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a recipe.
 *
 * @param state one of {@link JobState}'s names
 * @param round which pass over the seeds is being handed out, from 0
 * @param roundVariants how many variants a seed gets in this round, or null before it is known
 * @param nextOrdinal the seeds of this round before this place were handed out
 * @param outstandingUnits pieces of work handed out and not yet done
 * @param outstandingVariants the variants they ask for
 * @param decoupled seeds that gave a template
 * @param refused seeds that gave none
 * @param generated attempts at a sample: those sent on, and those the generator itself rejected
 */
public record Job(
        String id,
        Recipe recipe,
        String recipeHash,
        @Nullable String seedSet,
        String dataset,
        @Nullable Long target,
        String state,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int round,
        @Nullable Integer roundVariants,
        long nextOrdinal,
        long outstandingUnits,
        long outstandingVariants,
        long decoupled,
        long refused,
        long generated,
        long accepted,
        long rejected,
        long deadLettered,
        List<ReasonCount> reasons) {

    /** Samples on their way between the generator and the dataset store. */
    public long inFlight() {
        return Math.max(0, generated - settled());
    }

    public long settled() {
        return accepted + rejected + deadLettered;
    }

    /** Whether it has as many accepted samples as were asked for. */
    public boolean reached() {
        return target != null && accepted >= target;
    }

    boolean idle() {
        return outstandingUnits == 0 && inFlight() == 0;
    }
}
