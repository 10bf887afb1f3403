package io.infinimill.judge;

import io.infinimill.model.Sample;

/** Judges a sample by what it says. */
public non-sealed interface ReadingJudge extends Judge {

    Finding judge(Sample sample);
}
