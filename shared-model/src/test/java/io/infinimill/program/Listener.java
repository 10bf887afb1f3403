package io.infinimill.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The listener of the sandbox's container, under bubblewrap with the restrictions that the container has. */
final class Listener implements AutoCloseable {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int MOST_WORKERS = 8;

    private final Path folder;
    private final Process process;

    private Listener(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static Listener start() {
        try {
            return in(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() throws IOException {
        // Short, for the name of a socket has at most 107 bytes; open, for the listener runs as nobody.
        var folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "mill",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return folder;
    }

    /** In place of this one, which was killed. */
    Listener startAgain() {
        try {
            return in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listener in(Path folder) throws IOException {
        var listener = new Listener(folder, launch(folder));
        listener.await();
        return listener;
    }

    Path socket() {
        return folder.resolve("socket");
    }

    /** The processes that run programs or wait for some. */
    Stream<ProcessHandle> workers() {
        return process
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("python3"))
                .findFirst()
                .stream()
                .flatMap(ProcessHandle::children);
    }

    /** The whole container dies. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(socket());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path folder) throws IOException {
        var command = WorkerCommand.in(Path.of("/usr/bin")).words();
        var words = new ArrayList<>(command.subList(0, command.indexOf("--remount-ro")));
        words.addAll(List.of("--bind", folder.toString(), "/run/sandbox", "--remount-ro", "/", PYTHON.toString()));
        words.addAll(List.of("-s", "-S", "-W", "ignore", "-c", source()));
        words.addAll(List.of("serve", "/run/sandbox/socket", Integer.toString(MOST_WORKERS)));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String source() throws IOException {
        try (var source = Sandbox.class.getResourceAsStream("listener.py")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void await() {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!Files.exists(socket()) || !answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the listener of the sandbox does not answer");
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try {
            new WorkerSocket(socket()).open().end();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
