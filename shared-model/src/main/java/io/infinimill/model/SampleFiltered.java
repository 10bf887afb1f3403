package io.infinimill.model;

import static io.infinimill.model.Required.required;

/**
 * A sample passed every filter of its recipe. Sent by the filter; the judge decides on it next.
 *
 * @param sample the sample, with the filter's hop
 */
public record SampleFiltered(Sample sample) {

    public SampleFiltered {
        required("SampleFiltered", "sample", sample);
    }
}
