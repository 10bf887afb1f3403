package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** OpenAI messages: a question of the user, a response of the assistant. */
record Messages() implements DatasetExport {

    record Line(List<Message> messages) {}

    record Message(String role, String content) {}

    @Override
    public void write(Stream<StoredSample> samples, OutputStream out) throws IOException {
        JsonLines.write(
                samples,
                out,
                stored -> new Line(List.of(
                        new Message("user", stored.sample().question()), new Message("assistant", stored.response()))));
    }
}
