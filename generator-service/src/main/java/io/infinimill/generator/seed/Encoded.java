package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.generator.web.UnsupportedContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Undoes the {@code Content-Encoding} of an upload. */
final class Encoded {

    private Encoded() {}

    /** @throws UnsupportedContent for an encoding that is neither absent, identity nor gzip */
    static InputStream open(@Nullable String encoding, InputStream upload) throws IOException {
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> upload;
            case "gzip", "x-gzip" -> gzip(upload);
            default ->
                throw new UnsupportedContent(
                        "Content-Encoding '%s' is not read here. Maybe send the lines plain or with gzip"
                                .formatted(name));
        };
    }

    private static InputStream gzip(InputStream upload) throws IOException {
        try {
            return new GZIPInputStream(upload, 1 << 16);
        } catch (ZipException e) {
            var refusal = new InvalidRequest(
                    "the body is not gzip although Content-Encoding says so. Maybe leave out that header");
            refusal.initCause(e);
            throw refusal;
        }
    }
}
