package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketSandboxTest extends SandboxContract {

    private final Listener listener = Listener.start();

    @AfterAll
    void stopListening() {
        listener.close();
    }

    @Override
    SandboxSettings placed(SandboxSettings settings) {
        return settings.at(listener.socket());
    }

    @Test
    void saysThatNothingAnswersAndWhatToLookAt(@TempDir Path folder) {
        var nowhere = folder.resolve("socket");

        assertThatThrownBy(() -> ProcessSandbox.start(SandboxSettings.standard().at(nowhere)))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("nothing answers at the socket " + nowhere)
                .hasMessageEndingWith("Maybe the container of the sandbox is not running, or its volume is not"
                        + " mounted: docker compose ps sandbox");
    }

    @Test
    void saysThatAllWorkersAreTaken() {
        try (var another = Listener.start()) {
            var tooMany = new SandboxSettings(9, Duration.ofSeconds(2), Duration.ofSeconds(5), 256L << 20, 1_000)
                    .at(another.socket());

            assertThatThrownBy(() -> ProcessSandbox.start(tooMany))
                    .isInstanceOf(SandboxUnavailableException.class)
                    .hasMessageContaining("all 8 workers of the sandbox are taken");
        }
    }

    @Test
    void goesOnWithANewContainerWithoutLosingACall() throws InterruptedException {
        var first = Listener.start();
        var settings = new SandboxSettings(3, Duration.ofSeconds(2), Duration.ofSeconds(5), 256L << 20, 1_000);
        try (var sandbox = ProcessSandbox.start(settings.at(first.socket()))) {
            first.kill();
            assertThatThrownBy(() -> sandbox.runAll(List.of(Call.standalone("print(7)"))))
                    .isInstanceOf(SandboxUnavailableException.class);
            try (var _ = first.startAgain()) {
                for (var i = 0; i < 5; i++) {
                    assertThat(sandbox.runAll(List.of(Call.standalone("print(7)"))))
                            .containsExactly(List.of(new Outcome.Returned(BigDecimal.valueOf(7), Map.of())));
                }
            }
        }
    }
}
