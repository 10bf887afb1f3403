package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** ShareGPT conversations, {@code human} and {@code gpt} in turn. */
record Sharegpt() implements DatasetExport {

    record Line(List<Turn> conversations) {}

    record Turn(String from, String value) {}

    @Override
    public void write(Stream<StoredSample> samples, OutputStream out) throws IOException {
        JsonLines.write(
                samples,
                out,
                stored -> new Line(
                        List.of(new Turn("human", stored.sample().question()), new Turn("gpt", stored.response()))));
    }
}
