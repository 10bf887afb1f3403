package io.infinimill.program;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the sandbox.
 *
 * @param workers how many programs run at the same time
 * @param cpuTime of one execution
 * @param wallTime of one execution; not less than the CPU time
 * @param memoryBytes address space of the process that runs a program, interpreter included
 * @param outputCharacters what one execution may print
 * @param socket where a container listens that runs the workers; null for the bubblewrap of this machine
 */
public record SandboxSettings(
        int workers,
        Duration cpuTime,
        Duration wallTime,
        long memoryBytes,
        int outputCharacters,
        @Nullable Path socket) {

    /** The interpreter alone takes about 30 MB of address space. */
    private static final long LEAST_MEMORY = 64L << 20;

    private static final int MAX_WORKERS = 256;

    public SandboxSettings {
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers is %d, not 1 to %d".formatted(workers, MAX_WORKERS));
        }
        if (cpuTime.toMillis() < 1) {
            throw new IllegalArgumentException("cpu-time is %s, less than 1 ms".formatted(cpuTime));
        }
        if (wallTime.compareTo(cpuTime) < 0) {
            throw new IllegalArgumentException("wall-time %s is less than cpu-time %s".formatted(wallTime, cpuTime));
        }
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("memory-bytes is %d, less than %d".formatted(memoryBytes, LEAST_MEMORY));
        }
        if (outputCharacters < 1) {
            throw new IllegalArgumentException("output-characters is %d, less than 1".formatted(outputCharacters));
        }
    }

    /** Limits for workers under the bubblewrap of this machine. */
    public SandboxSettings(int workers, Duration cpuTime, Duration wallTime, long memoryBytes, int outputCharacters) {
        this(workers, cpuTime, wallTime, memoryBytes, outputCharacters, null);
    }

    /** The same limits, with workers behind that socket, or of this machine for null. */
    public SandboxSettings at(@Nullable Path other) {
        return new SandboxSettings(workers, cpuTime, wallTime, memoryBytes, outputCharacters, other);
    }

    /**
     * A worker per core, 2 s CPU time, 5 s wall time (as PoT, PAL and MAmmoTH run programs), 512 MB, 1,000 characters of
     * output (as NeMo-Skills cuts it).
     */
    public static SandboxSettings standard() {
        return new SandboxSettings(
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                512L << 20,
                1_000);
    }
}
