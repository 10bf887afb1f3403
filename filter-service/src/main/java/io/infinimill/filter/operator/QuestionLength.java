package io.infinimill.filter.operator;

import io.infinimill.filter.SampleFilter;
import io.infinimill.filter.Verdict;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;

/** Reasons: {@code too_short}, {@code too_long}. */
@Purpose("Drops samples whose question has too few or too many characters.")
record QuestionLength(
        @Purpose("Fewest characters of a question that is kept.")
        int min,

        @Purpose("Most characters of a question that is kept.")
        int max)
        implements SampleFilter {

    QuestionLength {
        Length.check(min, max);
    }

    @Override
    public Verdict check(Sample sample) {
        return Length.verdict("question", sample.question(), min, max);
    }
}
