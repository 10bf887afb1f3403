package io.infinimill.dataset;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param consumers threads of this process that store samples
 * @param retryInterval wait before a batch that PostgreSQL or Kafka refused is tried again
 * @param compressionLevel zstd level of the stored events, 1 to 19
 */
@ConfigurationProperties("infinimill.dataset")
public record DatasetSettings(int consumers, Duration retryInterval, int compressionLevel, Exports exports) {

    public DatasetSettings {
        require(consumers > 0, "consumers is " + consumers + "\nMaybe 2");
        require(
                retryInterval != null && retryInterval.isPositive(),
                "retry-interval is " + retryInterval + "\nMaybe 1s");
        require(
                compressionLevel >= 1 && compressionLevel <= 19,
                "compression-level is " + compressionLevel + "\nMaybe 3, of 1 to 19");
        require(exports != null, "exports is missing");
    }

    /**
     * @param directory where rendered exports are kept
     * @param capacity size beyond which the least recently read exports are removed
     * @param renderers exports rendered at a time; each holds a database connection
     */
    public record Exports(Path directory, DataSize capacity, int renderers) {

        public Exports {
            require(directory != null, "exports.directory is missing");
            require(capacity != null && capacity.toBytes() > 0, "exports.capacity is " + capacity + "\nMaybe 20GB");
            require(renderers > 0, "exports.renderers is " + renderers + "\nMaybe 2");
        }
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("infinimill.dataset." + fault);
        }
    }
}
