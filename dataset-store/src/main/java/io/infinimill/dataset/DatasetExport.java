package io.infinimill.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** A format of samples. */
public non-sealed interface DatasetExport extends ExportFormat {

    /** Writes every sample of a stream that is read once, without keeping them; leaves {@code out} open. */
    void write(Stream<StoredSample> samples, OutputStream out) throws IOException;
}
