package io.infinimill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka in a child process with a class path of its own. It ends when its standard input closes, so it never outlives
 * this process; when it ends by itself it is started again on the same port.
 */
final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String READY = "READY";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MaxDirectMemorySize=128m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+AutoCreateSharedArchive",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;
    private boolean closing;

    private EmbeddedBroker(List<String> command, Path log, int port) throws IOException {
        this.command = command;
        this.log = log;
        this.port = port;
        this.process = launch();
    }

    static EmbeddedBroker start(Home home, Path jar) throws IOException, InterruptedException {
        var directory = home.resolve("kafka");
        var port = RememberedPort.free(directory.resolve("port"));
        var controllerPort = RememberedPort.free(directory.resolve("controller-port"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(JVM_OPTIONS);
        // Written when the first broker ends, renewed by the JVM when the jars change: half the processor time of a
        // start.
        command.add("-XX:SharedArchiveFile=" + jar.resolveSibling("broker.jsa"));
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                directory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        return new EmbeddedBroker(command, home.log("kafka.log"), port);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    synchronized boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        var last = lastProcess();
        try {
            last.getOutputStream().close();
            last.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | TimeoutException | ExecutionException failure) {
            last.destroyForcibly();
        } catch (InterruptedException stopped) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process lastProcess() {
        closing = true;
        return process;
    }

    private Process launch() throws IOException {
        var started = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        awaitReady(started);
        Thread.ofVirtual().start(() -> launchAgain(started.onExit().join()));
        return started;
    }

    private synchronized void launchAgain(Process ended) {
        if (closing) {
            return;
        }
        LOG.warn("Kafka ended with status {}; starting it again", ended.exitValue());
        try {
            process = launch();
        } catch (IOException failure) {
            LOG.error("Kafka could not be started again", failure);
        }
    }

    private void awaitReady(Process started) throws IOException {
        var output = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return;
            }
        }
        throw new IOException("Kafka ended before it was ready.\nMaybe %s says why.".formatted(log));
    }
}
