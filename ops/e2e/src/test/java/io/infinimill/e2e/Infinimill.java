package io.infinimill.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A standalone process with a home of its own for the tests of one class. Register it in a static field. */
final class Infinimill implements BeforeAllCallback, AfterAllCallback {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int POLL_MILLIS = 50;

    private final Map<String, String> environment;
    private final List<String> settings;
    private Path home = Path.of("unused");
    private Optional<Process> process = Optional.empty();
    private Api api = new Api("http://unused");

    private Infinimill(Map<String, String> environment, List<String> settings) {
        this.environment = environment;
        this.settings = settings;
    }

    static Infinimill standalone(String... settings) {
        return new Infinimill(Map.of(), List.of(settings));
    }

    Infinimill withEnvironment(String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return new Infinimill(more, settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        home = Files.createTempDirectory("infinimill-");
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        stop();
        deleteHome();
    }

    Api api() {
        return api;
    }

    Path home() {
        return home;
    }

    void start() throws IOException, InterruptedException {
        var address = home.resolve("address");
        Files.deleteIfExists(address);
        var started = launch("--server.port=0");
        process = Optional.of(started);
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(address)) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Infinimill did not start:\n" + console());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        api = new Api(Files.readString(address).strip());
    }

    /** Starts another process on the same home and waits for its end. */
    Ended startAnother(String... more) throws IOException, InterruptedException {
        var other = launch(more);
        if (!other.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            other.destroyForcibly();
            throw new IllegalStateException("The other process did not end:\n" + console());
        }
        return new Ended(other.exitValue(), console());
    }

    /** How a process ended and what it wrote. */
    record Ended(int status, String output) {}

    /** kill -9: nothing is closed, flushed or told. */
    void kill() throws InterruptedException {
        var running = process.orElseThrow();
        running.destroyForcibly();
        running.waitFor();
    }

    /** What an operator's {@code ./infinimill down} does. */
    void stop() throws InterruptedException {
        var running = process.orElseThrow();
        running.destroy();
        if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new IllegalStateException("Infinimill did not stop in " + STOP_LIMIT + ":\n" + console());
        }
    }

    /** The PostgreSQL server under this home. */
    Optional<ProcessHandle> database() throws IOException {
        var pid = home.resolve("postgresql/data/postmaster.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                : Optional.empty();
    }

    /** Where that server listens. */
    String databasePort() throws IOException {
        return Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .get(3)
                .strip();
    }

    private Process launch(String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-jar",
                Repository.ROOT.resolve("ops/standalone/target/standalone.jar").toString(),
                "--infinimill.home=" + home));
        command.addAll(settings);
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolve("console.log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String console() {
        try {
            return Files.readString(home.resolve("console.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void deleteHome() throws IOException {
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
