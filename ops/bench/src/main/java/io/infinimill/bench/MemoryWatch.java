package io.infinimill.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at the processes of an installation twice a second. Per kind it keeps the largest sum of VmHWM (a page that several
 * processes share counts in each) and the largest sum of Pss (it counts in parts).
 */
final class MemoryWatch implements AutoCloseable {

    private static final int POLL_MILLIS = 500;

    /** The kinds of processes. */
    enum Kind {
        SERVICES("services, one JVM"),
        KAFKA("Kafka, one JVM"),
        POSTGRESQL("PostgreSQL"),
        SANDBOX("sandbox workers");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Bytes of all processes of a kind at once. */
    record Use(long highWater, long proportional, int processes) {

        static final Use NONE = new Use(0, 0, 0);

        Use plus(Use other) {
            return new Use(highWater + other.highWater, proportional + other.proportional, processes + other.processes);
        }

        Use atLeast(Use other) {
            return new Use(
                    Math.max(highWater, other.highWater),
                    Math.max(proportional, other.proportional),
                    Math.max(processes, other.processes));
        }
    }

    private final Path home;
    private final Map<Kind, Use> peaks = new EnumMap<>(Kind.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    MemoryWatch(Path home) {
        this.home = home;
        var _ = clock.scheduleAtFixedRate(this::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    Map<Kind, Use> peaks() {
        synchronized (peaks) {
            return new EnumMap<>(peaks);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        var now = new EnumMap<Kind, Use>(Kind.class);
        process("pid").ifPresent(services -> {
            now.put(Kind.SERVICES, use(services));
            services.descendants()
                    .forEach(process ->
                            now.merge(isKafka(process) ? Kind.KAFKA : Kind.SANDBOX, use(process), Use::plus));
        });
        process("postgresql/data/postmaster.pid")
                .ifPresent(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .forEach(process -> now.merge(Kind.POSTGRESQL, use(process), Use::plus)));
        synchronized (peaks) {
            now.forEach((kind, use) -> peaks.merge(kind, use, Use::atLeast));
        }
    }

    private Optional<ProcessHandle> process(String pidFile) {
        try (var lines = Files.lines(home.resolve(pidFile))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException notThere) {
            return Optional.empty();
        }
    }

    private static boolean isKafka(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("broker.jar");
    }

    private static Use use(ProcessHandle process) {
        var folder = Path.of("/proc", Long.toString(process.pid()));
        return new Use(
                kilobytes(folder.resolve("status"), "VmHWM:"), kilobytes(folder.resolve("smaps_rollup"), "Pss:"), 1);
    }

    /** Nothing for a process that has ended, or whose maps are not ours to read. */
    private static long kilobytes(Path file, String field) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
