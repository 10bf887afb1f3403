package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** What TRL's SFT trainer takes to learn the completion only. */
record TrlPromptCompletion() implements DatasetExport {

    record Line(String prompt, String completion) {}

    @Override
    public void write(Stream<StoredSample> samples, OutputStream out) throws IOException {
        JsonLines.write(samples, out, stored -> new Line(stored.sample().question(), stored.response()));
    }
}
