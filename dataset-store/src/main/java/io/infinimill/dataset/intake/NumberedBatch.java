package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Origins.Reason;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A batch as rows: names replaced by their numbers, events packed.
 *
 * @param jobs every job that the batch touches
 * @param reasons of the rejected samples, by number
 */
record NumberedBatch(
        @Nullable CopyRows samples,
        List<Object[]> templates,
        List<Dead> deadLetters,
        SortedSet<Integer> jobs,
        Map<Integer, Reason> reasons) {

    record Dead(DeadLetter letter, @Nullable Integer job) {}
}
