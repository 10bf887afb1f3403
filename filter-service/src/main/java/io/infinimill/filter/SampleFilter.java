package io.infinimill.filter;

import io.infinimill.model.Sample;

/** Decides over a sample by itself. */
public non-sealed interface SampleFilter extends Filter {

    Verdict check(Sample sample);
}
