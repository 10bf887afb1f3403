package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.List;

/**
 * A sample was accepted by every judge of its recipe. Sent by the judge; the dataset store keeps it.
 *
 * @param sample the sample, with the hops of every stage
 * @param judgements what each judge found, in the recipe's order
 */
public record SampleJudged(Sample sample, List<Judgement> judgements) {

    public SampleJudged {
        required("SampleJudged", "sample", sample);
        judgements = list("SampleJudged", "judgements", judgements);
    }
}
