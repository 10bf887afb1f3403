package io.infinimill.judge;

import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples of tests. */
public final class Samples {

    private Samples() {}

    public static Sample worked(@Nullable String solution, @Nullable String answer) {
        return sample("worked", "job", null, solution, answer);
    }

    public static Sample program(@Nullable String program, @Nullable String answer) {
        return sample("program", "job", program, null, answer);
    }

    public static Sample sample(
            String id, String jobId, @Nullable String program, @Nullable String solution, @Nullable String answer) {
        return new Sample(
                id,
                jobId,
                "dataset",
                Sample.MATH,
                null,
                null,
                null,
                null,
                null,
                null,
                "How many?",
                Sample.BOTH,
                program,
                solution,
                answer,
                new Provenance("recipe", List.of()));
    }
}
