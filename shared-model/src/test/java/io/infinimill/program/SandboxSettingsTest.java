package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {

    @Test
    void hasStandardLimits() {
        assertThat(SandboxSettings.standard())
                .isEqualTo(new SandboxSettings(
                        Runtime.getRuntime().availableProcessors(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        536_870_912,
                        1_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT2S | PT5S | 536870912 | 1000 | workers is 0, not 1 to 256",
                "257 | PT2S | PT5S | 536870912 | 1000 | workers is 257, not 1 to 256",
                "2 | PT0S | PT5S | 536870912 | 1000 | cpu-time is PT0S, less than 1 ms",
                "2 | PT2S | PT1S | 536870912 | 1000 | wall-time PT1S is less than cpu-time PT2S",
                "2 | PT2S | PT5S | 1000 | 1000 | memory-bytes is 1000, less than 67108864",
                "2 | PT2S | PT5S | 536870912 | 0 | output-characters is 0, less than 1",
            })
    void refusesImpossibleLimits(
            int workers, Duration cpuTime, Duration wallTime, long memory, int output, String message) {
        assertThatThrownBy(() -> new SandboxSettings(workers, cpuTime, wallTime, memory, output))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
