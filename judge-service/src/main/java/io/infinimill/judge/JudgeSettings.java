package io.infinimill.judge;

import io.infinimill.program.SandboxSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param consumers threads of this process that judge samples
 * @param samplesAtOnce most samples whose programs run at once
 * @param patience how long a batch waits for the jobs of its samples before they are dead-lettered
 * @param retryInterval how long to wait before a batch that Kafka or the sandbox refused is tried again
 * @param programs limits of the programs that are run
 */
@ConfigurationProperties("infinimill.judge")
record JudgeSettings(int consumers, int samplesAtOnce, Duration patience, Duration retryInterval, Programs programs) {

    JudgeSettings {
        positive("consumers", consumers);
        positive("samples-at-once", samplesAtOnce);
        positive("patience", patience.toMillis());
        positive("retry-interval", retryInterval.toMillis());
    }

    /**
     * See {@link SandboxSettings}.
     *
     * @param workers processes that run programs, each one at a time
     * @param cpuTime that one program may use
     * @param wallTime that one program may take
     * @param memory that one program may use
     * @param outputCharacters of a program's output that are kept
     */
    record Programs(int workers, Duration cpuTime, Duration wallTime, DataSize memory, int outputCharacters) {

        SandboxSettings sandbox() {
            return new SandboxSettings(workers, cpuTime, wallTime, memory.toBytes(), outputCharacters);
        }
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("infinimill.judge.%s is %d, less than 1".formatted(name, value));
        }
    }
}
