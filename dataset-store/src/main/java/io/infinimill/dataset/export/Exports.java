package io.infinimill.dataset.export;

import io.infinimill.dataset.CorrectionExport;
import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.DatasetSettings;
import io.infinimill.dataset.ExportFormat;
import io.infinimill.dataset.Split;
import io.infinimill.dataset.version.VersionReader;
import io.infinimill.model.Hash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rendered exports as files. A file is named after what its bytes depend on, made on the first request and kept until room is
 * needed; it appears under its name only when it is complete.
 */
final class Exports {

    /** To be raised when a format's bytes change, so that neither this cache nor a client's serves the old ones. */
    private static final String REVISION = "r1";

    /** Tells rendered files from others in the directory. */
    private static final String MARK = "-" + REVISION;

    private static final int STRIPES = 64;
    private static final int BUFFER = 1 << 18;

    private final VersionReader versions;
    private final DatasetSettings.Exports settings;
    private final InstantSource clock;
    private final Semaphore renderers;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    Exports(VersionReader versions, DatasetSettings.Exports settings, InstantSource clock) {
        this.clock = clock;
        this.versions = versions;
        this.settings = settings;
        this.renderers = new Semaphore(settings.renderers(), true);
    }

    /**
     * What is asked for.
     *
     * @param templates what a format of corrections is made of; empty for a format of samples
     */
    record Asked(
            VersionReader.Located version,
            String format,
            ExportFormat export,
            @Nullable Split split,
            List<UUID> templates,
            Codec codec) {

        /** Equal for equal bytes. */
        String tag() {
            return "%s-%s-%s%s-%s%s"
                    .formatted(
                            version.version().contentHash(),
                            format,
                            split == null ? "all" : split.label(),
                            templates.isEmpty() ? "" : "-" + Hash.of("templates", templates.toString()),
                            REVISION,
                            codec.tag);
        }

        Asked plain() {
            return new Asked(version, format, export, split, templates, Codec.IDENTITY);
        }
    }

    /** The file with these bytes, rendered if need be. All compressions of one rendering share its lock. */
    Path file(Asked asked) throws IOException {
        var file = settings.directory().resolve(asked.tag());
        var lock = locks[Math.floorMod(asked.plain().tag().hashCode(), STRIPES)];
        lock.lock();
        try {
            if (!Files.exists(file)) {
                make(asked, file);
            }
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } finally {
            lock.unlock();
        }
        return file;
    }

    private void make(Asked asked, Path file) throws IOException {
        Files.createDirectories(settings.directory());
        var unfinished = Files.createTempFile(settings.directory(), "unfinished", null);
        try {
            if (asked.codec() == Codec.IDENTITY) {
                render(asked, unfinished);
            } else {
                compress(file(asked.plain()), asked.codec(), unfinished);
            }
            makeRoom(Files.size(unfinished));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void render(Asked asked, Path to) throws IOException {
        renderers.acquireUninterruptibly();
        try (var out = new BufferedOutputStream(Files.newOutputStream(to), BUFFER)) {
            switch (asked.export()) {
                case DatasetExport export ->
                    versions.read(asked.version(), asked.split(), samples -> {
                        export.write(samples, out);
                        return to;
                    });
                case CorrectionExport export ->
                    versions.readTemplates(asked.version(), asked.templates(), templates -> {
                        export.write(templates, out);
                        return to;
                    });
            }
        } finally {
            renderers.release();
        }
    }

    private static void compress(Path from, Codec codec, Path to) throws IOException {
        try (OutputStream out = codec.compress(new BufferedOutputStream(Files.newOutputStream(to), BUFFER))) {
            Files.copy(from, out);
        }
    }

    /** Removes the files read longest ago; who is reading one goes on reading it. */
    private synchronized void makeRoom(long needed) throws IOException {
        try (var files = Files.list(settings.directory())) {
            var kept = files.filter(file -> file.toString().contains(MARK))
                    .map(Rendered::of)
                    .sorted(Comparator.comparing(Rendered::read))
                    .toList();
            long room = settings.capacity().toBytes()
                    - kept.stream().mapToLong(Rendered::size).sum();
            for (var file : kept) {
                if (room >= needed) {
                    return;
                }
                Files.deleteIfExists(file.path());
                room += file.size();
            }
        }
    }

    private record Rendered(Path path, FileTime read, long size) {

        static Rendered of(Path path) {
            try {
                return new Rendered(path, Files.getLastModifiedTime(path), Files.size(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
