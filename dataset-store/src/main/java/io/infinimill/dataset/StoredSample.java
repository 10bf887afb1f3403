package io.infinimill.dataset;

import io.infinimill.dataset.archive.Key;
import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import java.util.List;

/** An accepted sample with what its judges found. */
public record StoredSample(Sample sample, List<Judgement> judgements) {

    public Split split() {
        var template = sample.templateId();
        return Split.of(Key.of(template == null ? sample.id() : template));
    }

    /** What the student answers; the bare answer where the sample has neither program nor solution. */
    public String response() {
        var response = sample.response();
        var answer = sample.answer();
        return response.isEmpty() && answer != null ? answer : response;
    }
}
