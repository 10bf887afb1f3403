package io.infinimill.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.DatasetSettings;
import io.infinimill.dataset.Split;
import io.infinimill.dataset.TestDatabase;
import io.infinimill.dataset.TestEvents;
import io.infinimill.dataset.intake.TestIntake;
import io.infinimill.dataset.version.TestVersions;
import io.infinimill.dataset.version.VersionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ExportsTest {

    @TempDir
    private Path directory = Path.of("");

    private final AtomicLong seconds = new AtomicLong();

    @Test
    void equal_versions_of_different_histories_export_equal_bytes() throws IOException {
        var first = new Store(1).exports.file(asked(new Store(1), null, Codec.GZIP));
        var bytes = Files.readAllBytes(first);
        Files.delete(first);
        Files.delete(directory.resolve(first.getFileName().toString().replace("-gzip", "")));
        var store = new Store(2);
        var second = store.exports.file(asked(store, null, Codec.GZIP));
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllBytes(second)).isEqualTo(bytes);
    }

    @Test
    void splits_together_are_the_whole() throws IOException {
        var store = new Store(1);
        var whole = Files.readAllLines(store.exports.file(asked(store, null, Codec.IDENTITY)));
        var parts = new ArrayList<String>();
        for (var split : Split.values()) {
            parts.addAll(Files.readAllLines(store.exports.file(asked(store, split, Codec.IDENTITY))));
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void the_file_read_longest_ago_makes_room() throws IOException {
        var store = new Store(1);
        var exports = new Exports(
                store.versions.reader(),
                new DatasetSettings.Exports(directory, DataSize.ofKilobytes(300), 1),
                () -> Instant.ofEpochSecond(seconds.incrementAndGet()));
        var whole = exports.file(asked(store, null, Codec.IDENTITY));
        var test = exports.file(asked(store, Split.TEST, Codec.IDENTITY));
        exports.file(asked(store, null, Codec.IDENTITY));
        assertThat(test).exists();
        exports.file(asked(store, Split.TRAIN, Codec.IDENTITY));
        assertThat(test).doesNotExist();
        assertThat(whole).doesNotExist();
    }

    private static Exports.Asked asked(Store store, @Nullable Split split, Codec codec) {
        return new Exports.Asked(store.version, "jsonl", new Jsonl(), split, List.of(), codec);
    }

    private final class Store {

        private final TestVersions versions;
        private final VersionReader.Located version;
        private final Exports exports;

        /** The same samples in an order of its own. */
        Store(long order) {
            var database = TestDatabase.empty();
            var intake = new TestIntake(database);
            var samples = new ArrayList<>(IntStream.range(0, 120)
                    .mapToObj(i -> TestEvents.judged(TestEvents.sample(i % 60, i)))
                    .toList());
            Collections.shuffle(samples, new Random(order));
            samples.forEach(intake::accept);
            versions = new TestVersions(database);
            version = versions.create(TestEvents.DATASET, null);
            exports = new Exports(
                    versions.reader(),
                    new DatasetSettings.Exports(directory, DataSize.ofMegabytes(100), 1),
                    () -> Instant.ofEpochSecond(seconds.incrementAndGet()));
        }
    }
}
