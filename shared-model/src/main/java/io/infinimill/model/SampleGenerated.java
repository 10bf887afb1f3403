package io.infinimill.model;

import static io.infinimill.model.Required.required;

/**
 * A sample was made. Sent by the generator or an outside producer; the filter decides on it next.
 *
 * @param sample the sample
 */
public record SampleGenerated(Sample sample) {

    public SampleGenerated {
        required("SampleGenerated", "sample", sample);
    }
}
