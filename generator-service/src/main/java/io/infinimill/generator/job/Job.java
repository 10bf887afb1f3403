package io.infinimill.generator.job;

import io.infinimill.model.ReasonCount;
import io.infinimill.model.Recipe;
import io.infinimill.model.SampleRejected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a recipe.
 *
 * @param state one of {@link JobState}'s names
 * @param resumptions how often it was paused and went on
 * @param round which pass over the seeds is being handed out, from 0
 * @param roundVariants how many variants a seed gets in this round, or null before the first
 * @param roundDone variants of this round that were worked on
 * @param roundPassed samples that they gave, without those that the generator rejected
 * @param nextSeed the seeds of this round up to this id were handed out
 * @param outstandingUnits pieces of work handed out and not yet done
 * @param outstandingVariants the variants they ask for
 * @param decoupled seeds that gave a template
 * @param refused seeds that gave none
 * @param generated attempts at a sample by the generator: those passed on, and those it rejected itself
 * @param turnedDown those it rejected itself
 * @param outside samples of outside producers among the accepted, rejected and dead-lettered
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
        int resumptions,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int round,
        @Nullable Integer roundVariants,
        long roundDone,
        long roundPassed,
        String nextSeed,
        long outstandingUnits,
        long outstandingVariants,
        long decoupled,
        long refused,
        long generated,
        long turnedDown,
        long accepted,
        long rejected,
        long deadLettered,
        long outside,
        List<ReasonCount> reasons) {

    /** Attempts of the generator that the dataset store has not reported. */
    public long inFlight() {
        return Math.max(0, generated - (settled() - outside));
    }

    public long settled() {
        return accepted + rejected + deadLettered;
    }

    /** Whether it has as many accepted samples as were asked for. */
    public boolean reached() {
        return target != null && accepted >= target;
    }

    /** Samples that were passed on to the filter and have not come to an end. */
    long awaited() {
        return Math.max(0, generated - turnedDown - (accepted + lost() - outside));
    }

    /** Samples that were passed on and not accepted in the end. */
    long lost() {
        return rejected - settledHere() + deadLettered;
    }

    private long settledHere() {
        return reasons.stream()
                .filter(reason -> reason.stage().equals(SampleRejected.GENERATE))
                .mapToLong(ReasonCount::count)
                .sum();
    }

    boolean idle() {
        return outstandingUnits == 0 && inFlight() == 0;
    }
}
