package io.infinimill.generator.seed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large one upload may be.
 *
 * @param bytes after decompression
 * @param lines or elements, or rows
 */
@ConfigurationProperties("infinimill.generator.upload")
public record UploadSettings(DataSize bytes, long lines) {

    public UploadSettings {
        if (bytes == null || bytes.toBytes() < 1 || lines < 1) {
            throw new IllegalArgumentException(
                    "infinimill.generator.upload wants positive bytes and lines, not %s and %d"
                            .formatted(bytes, lines));
        }
    }
}
