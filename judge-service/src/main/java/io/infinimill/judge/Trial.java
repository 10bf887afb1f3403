package io.infinimill.judge;

import io.infinimill.model.Hop;
import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.operator.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample before its recipe's judges, asked in their order until one rejects it or all have accepted it. */
final class Trial {

    private final Sample sample;
    private final List<Judge> judges;
    private final List<Judgement> judgements = new ArrayList<>();
    private @Nullable SampleRejected rejected;
    private @Nullable RuntimeException failure;

    Trial(Sample sample, List<Judge> judges) {
        this.sample = sample;
        this.judges = judges;
    }

    Sample sample() {
        return sample;
    }

    /** The judge to ask, or null when it is over. */
    @Nullable
    Judge next() {
        return rejected != null || failure != null || judgements.size() == judges.size()
                ? null
                : judges.get(judgements.size());
    }

    void hear(Judge judge, Finding finding) {
        switch (finding) {
            case Finding.Accepted(double score, String rationale) ->
                judgements.add(new Judgement(judge.toString(), score, rationale));
            case Finding.Rejected(String reason, String detail) ->
                rejected = new SampleRejected(
                        oneHopFurther(), SampleRejected.JUDGE, Catalogue.nameOf(judge.getClass()), reason, detail);
        }
    }

    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    /** What a judge threw instead of judging, or null. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    @Nullable
    SampleRejected rejected() {
        return rejected;
    }

    SampleJudged judged() {
        return new SampleJudged(oneHopFurther(), judgements);
    }

    private Sample oneHopFurther() {
        return sample.through(Hop.of(
                SampleRejected.JUDGE, judges.stream().map(String::valueOf).toList()));
    }
}
