package io.infinimill.filter.operator;

import io.infinimill.filter.SampleFilter;
import io.infinimill.filter.Verdict;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;

/** Reasons: {@code too_short}, {@code too_long}. */
@Purpose("Drops samples whose response has too few or too many characters.")
record ResponseLength(
        @Purpose("Fewest characters of a response that is kept.")
        int min,

        @Purpose("Most characters of a response that is kept.")
        int max)
        implements SampleFilter {

    ResponseLength {
        Length.check(min, max);
    }

    @Override
    public Verdict check(Sample sample) {
        return Length.verdict("response", sample.response(), min, max);
    }
}
