package io.infinimill.filter;

import io.infinimill.model.Sample;

/**
 * Says what two samples share when they are the same. The step keeps the first sample of each fingerprint and drops the
 * others with the reason {@code duplicate}; the same sample again is not another one. A recipe has at most one.
 */
public non-sealed interface DuplicateFilter extends Filter {

    /** Equal on every machine for equal samples of a dataset, and different for samples of different datasets. */
    String fingerprint(Sample sample);
}
