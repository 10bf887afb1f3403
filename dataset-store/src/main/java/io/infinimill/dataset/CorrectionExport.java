package io.infinimill.dataset;

import io.infinimill.model.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** A format of the programs that failed and their repaired twins, which templates keep. */
public non-sealed interface CorrectionExport extends ExportFormat {

    /**
     * Writes what there is to learn from the templates of a stream that is read once, without keeping them; leaves
     * {@code out} open.
     *
     * @param corrected the templates of a version that have a correction
     */
    void write(Stream<Template> corrected, OutputStream out) throws IOException;
}
