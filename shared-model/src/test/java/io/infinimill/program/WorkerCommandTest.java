package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerCommandTest {

    private static final Path TOOLS = Path.of("/usr/bin");

    @ParameterizedTest
    @CsvSource({"bwrap, bubblewrap", "python3, python3"})
    void saysWhatIsMissingAndHowToGetIt(String missing, String debianPackage, @TempDir Path tools) throws IOException {
        for (var tool : List.of("setpriv", "bwrap", "python3")) {
            if (!tool.equals(missing)) {
                Files.createSymbolicLink(tools.resolve(tool), TOOLS.resolve(tool));
            }
        }

        assertThatThrownBy(() -> WorkerCommand.in(tools))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessage("Programs cannot be run: %s is missing.\nMaybe run: apt-get install -y %s"
                        .formatted(tools.resolve(missing), debianPackage));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorted(set(os.listdir('/')) - {'bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'}) | ['usr']",
                "os.path.exists('/etc/passwd') or os.path.exists('/proc') or os.path.exists('/dev') | False",
                "sorted(os.environ) | ['LC_CTYPE', 'PWD', 'PYTHONHASHSEED']",
                "os.access('/', os.W_OK) or os.access('/usr', os.W_OK) or os.access('/usr/bin', os.W_OK) | False",
                "[name for _, name in socket.if_nameindex()] | ['lo']",
                "os.getpid() < 9 and os.getuid() != 0 | True",
            })
    void showsAWorkerNothingOfTheHost(String question, String expected) throws IOException, InterruptedException {
        assertThat(ask(question)).isEqualTo(expected);
    }

    @Test
    void reportsWhyAWorkerDoesNotStart() throws IOException {
        var worker = new Worker(
                new WorkerProcess(new ProcessBuilder("/bin/sh", "-c", "echo no namespaces today >&2; exit 1").start()));

        assertThatThrownBy(() -> worker.greet(WorkerSource.of(SandboxSettings.standard()), "Maybe try again"))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("no namespaces today")
                .message()
                .satisfies(message ->
                        assertThat(message.lines().toList().getLast()).startsWith("Maybe "));
    }

    /** Starts the worker's Python as the command says, with a question in place of the worker. */
    private static String ask(String question) throws IOException, InterruptedException {
        var command = WorkerCommand.in(TOOLS).words();
        var words = new ArrayList<>(command.subList(0, command.indexOf("-c") + 1));
        words.add("import os, socket; print(" + question + ")");
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return answer;
    }
}
