package io.infinimill.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The Python that a worker is handed when it starts: its limits, and the files of this package. */
record WorkerSource(String text) {

    private static final List<String> FILES =
            List.of("confinement.py", "simplicity.py", "screening.py", "execution.py", "worker.py");

    static WorkerSource of(SandboxSettings settings) {
        var limits = "CPU_SECONDS, WALL_SECONDS, MEMORY, OUTPUT_CHARACTERS = %s, %s, %d, %d\n"
                .formatted(
                        settings.cpuTime().toMillis() / 1000.0,
                        settings.wallTime().toMillis() / 1000.0,
                        settings.memoryBytes(),
                        settings.outputCharacters());
        return new WorkerSource(limits + files());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String files() {
        var all = new ByteArrayOutputStream();
        for (var name : FILES) {
            try (var source = WorkerSource.class.getResourceAsStream(name)) {
                if (source == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                source.transferTo(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
