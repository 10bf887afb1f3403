package io.infinimill.dataset.intake;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A batch as rows: names replaced by their numbers, events packed.
 *
 * @param jobs every job that the batch touches
 */
record NumberedBatch(
        @Nullable CopyRows samples, List<Object[]> templates, List<Dead> deadLetters, SortedSet<Integer> jobs) {

    record Dead(DeadLetter letter, @Nullable Integer job) {}
}
