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

/** An Infinimill that runs: one with a fresh home, or one that was there before. */
final class Installation {

    /** What is done with it. */
    interface Work {
        void run(Installation installation) throws IOException, InterruptedException;
    }

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

    /** Does the work with the one that the options name, or with a fresh one, whose home is kept if the work fails. */
    static void during(Options options, Work work) throws IOException, InterruptedException {
        during(options, List.of(), work);
    }

    /** @param settings of the fresh one */
    static void during(Options options, List<String> settings, Work work) throws IOException, InterruptedException {
        var address = options.find("address");
        if (address.isPresent()) {
            work.run(new Installation(address.get(), options.file("home").orElse(null), null));
            return;
        }
        var home = Files.createTempDirectory("infinimill-bench-");
        var fresh = start(home, settings);
        try {
            work.run(fresh);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            Figures.say("  logs and databases are kept in " + home);
            fresh.stop();
            throw failure;
        }
        fresh.stop();
        delete(home);
    }

    ApiClient api() {
        var keys = started == null ? System.getenv("INFINIMILL_API_KEYS") : null;
        return new ApiClient(address, keys == null || keys.isBlank() ? null : keys.split(",")[0].strip());
    }

    /** Where its processes and bytes can be found, if that is known. */
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    private void stop() throws IOException, InterruptedException {
        if (started == null) {
            return;
        }
        started.destroy();
        if (!started.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            started.destroyForcibly();
            throw new IOException("Infinimill did not stop in %d s; see %s".formatted(STOP_SECONDS, home));
        }
    }

    private static Installation start(Path home, List<String> settings) throws IOException, InterruptedException {
        var process = launch(home, settings);
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
    private static Process launch(Path home, List<String> settings) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        var options = System.getenv("INFINIMILL_JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(List.of(options.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", standaloneJar().toString(), "--infinimill.home=" + home, "--server.port=0"));
        command.addAll(settings);
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
