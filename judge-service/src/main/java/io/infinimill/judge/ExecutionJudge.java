package io.infinimill.judge;

import io.infinimill.model.Sample;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import java.util.List;

/** Judges a sample by what programs do. The step runs the calls of many samples at once in a sandbox. */
public non-sealed interface ExecutionJudge extends Judge {

    /** What to run; nothing where there is nothing. */
    List<Call> calls(Sample sample);

    /** @param outcomes per call, one per argument set */
    Finding judge(Sample sample, List<List<Outcome>> outcomes);
}
