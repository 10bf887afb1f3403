package io.infinimill.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * A format that a version can be taken out in. Implementations are records without components, named in kebab-case by
 * their class name. The same samples in the same order give the same bytes; UTF-8, one type per column, no NaN, a newline
 * at the end.
 */
public interface DatasetExport {

    /** Writes every sample of a stream that is read once, without keeping them; leaves {@code out} open. */
    void write(Stream<StoredSample> samples, OutputStream out) throws IOException;
}
