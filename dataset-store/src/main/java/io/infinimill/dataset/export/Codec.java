package io.infinimill.dataset.export;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of an export are compressed. */
enum Codec {
    IDENTITY("", "identity", "application/jsonl", "") {
        @Override
        OutputStream compress(OutputStream out) {
            return out;
        }
    },
    ZSTD(".zst", "zstd", "application/zstd", "-zstd" + ZstdVersion.VERSION) {
        @Override
        OutputStream compress(OutputStream out) throws IOException {
            return new ZstdOutputStreamNoFinalizer(out);
        }
    },
    GZIP(".gz", "gzip", "application/gzip", "-gzip") {
        @Override
        OutputStream compress(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    };

    final String suffix;
    final String encoding;
    final String mediaType;

    /** Part of the entity tag; changes where the compressor's output may. */
    final String tag;

    Codec(String suffix, String encoding, String mediaType, String tag) {
        this.suffix = suffix;
        this.encoding = encoding;
        this.mediaType = mediaType;
        this.tag = tag;
    }

    abstract OutputStream compress(OutputStream out) throws IOException;

    static Optional<Codec> ofSuffix(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec != IDENTITY && name.endsWith(codec.suffix))
                .findFirst();
    }

    /** The best of what an Accept-Encoding header takes; a coding refused with {@code q=0} is not taken. */
    static Codec accepted(@Nullable String header) {
        var accepted =
                header == null ? "" : "," + header.toLowerCase(Locale.ROOT).replace(" ", "") + ",";
        return Arrays.stream(values())
                .filter(codec ->
                        codec != IDENTITY && accepted.matches(".*," + codec.encoding + "(;q=(1|0\\.0*[1-9]).*)?,.*"))
                .findFirst()
                .orElse(IDENTITY);
    }
}
