package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Stanford Alpaca, one object a line; the question is the instruction and the input is empty. */
record Alpaca() implements DatasetExport {

    record Line(String instruction, String input, String output) {}

    @Override
    public void write(Stream<StoredSample> samples, OutputStream out) throws IOException {
        JsonLines.write(samples, out, stored -> new Line(stored.sample().question(), "", stored.response()));
    }
}
