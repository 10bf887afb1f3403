package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An Infinimill that runs: one with a fresh home that is deleted afterwards, or one that was there before. */
final class Installation implements AutoCloseable {

    static final Set<String> OPTIONS = Set.of("address", "home");

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 90;
    private static final int POLL_MILLIS = 50;

    private final String address;
    private final @Nullable Path home;
    private final @Nullable Process started;

    private Installation(String address, @Nullable Path home, @Nullable Process started) {
        this.address = address;
        this.home = home;
        this.started = started;
    }

    static Installation of(Options options) throws IOException, InterruptedException {
        var address = options.find("address");
        return address.isPresent()
                ? new Installation(address.get(), options.file("home").orElse(null), null)
                : start();
    }

    ApiClient api() {
        var keys = started == null ? System.getenv("INFINIMILL_API_KEYS") : null;
        return new ApiClient(address, keys == null || keys.isBlank() ? null : keys.split(",")[0].strip());
    }

    /** Where its processes and bytes can be found, if that is known. */
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (started == null || home == null) {
            return;
        }
        started.destroy();
        if (!started.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            started.destroyForcibly();
            throw new IOException("Infinimill did not stop in %d s; see %s".formatted(STOP_SECONDS, home));
        }
        delete(home);
    }

    private static Installation start() throws IOException, InterruptedException {
        var home = Files.createTempDirectory("infinimill-bench-");
        var process = launch(home);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var address = home.resolve("address");
        for (var waited = 0; !Files.exists(address); waited += POLL_MILLIS) {
            if (!process.isAlive() || waited > START_SECONDS * 1000) {
                process.destroy();
                throw new IOException("Infinimill did not start; see %s/console.log:%n%s"
                        .formatted(home, Files.readString(home.resolve("console.log"))));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return new Installation(Files.readString(address).strip(), home, process);
    }

    /** Without API keys and other settings of the environment, which are for the user's own installation. */
    private static Process launch(Path home) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        var options = System.getenv("INFINIMILL_JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(List.of(options.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", standaloneJar().toString(), "--infinimill.home=" + home, "--server.port=0"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("INFINIMILL_"));
        return builder.redirectOutput(home.resolve("console.log").toFile()).start();
    }

    private static Path standaloneJar() {
        var source = ApiClient.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(source.toString()));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : all) {
            Files.delete(file);
        }
    }
}
