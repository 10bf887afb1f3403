package io.infinimill.model;

import static io.infinimill.model.Required.required;

import java.util.List;

/** A sample was accepted by every judge of its recipe. Sent by the judge; the dataset store keeps it. */
public record SampleJudged(Sample sample, List<Judgement> judgements) {

    public SampleJudged {
        required("SampleJudged", "sample", sample);
        judgements = List.copyOf(required("SampleJudged", "judgements", judgements));
    }
}
