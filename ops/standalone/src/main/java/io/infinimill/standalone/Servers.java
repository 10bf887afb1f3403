package io.infinimill.standalone;

import io.infinimill.serving.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka under one home directory, started together and stopped together. */
record Servers(Home home, EmbeddedDatabase database, EmbeddedBroker broker) implements AutoCloseable {

    static Servers start(StandaloneSettings settings) throws IOException {
        var home = Home.take(settings.home());
        var jar = settings.brokerJar() == null ? builtBrokerJar() : settings.brokerJar();
        if (!Files.exists(jar)) {
            throw new Refusal("The broker's jar is not at %s.".formatted(jar), "Build it with ./infinimill build.");
        }
        var database = async(() -> EmbeddedDatabase.start(home));
        var broker = async(() -> EmbeddedBroker.start(home, jar));
        try {
            return new Servers(home, database.join(), broker.join());
        } catch (CompletionException failure) {
            database.handle((started, failed) -> started)
                    .thenAccept(Servers::closeWhenStarted)
                    .join();
            throw failure;
        }
    }

    @Override
    public void close() {
        var brokerStopped = CompletableFuture.runAsync(broker::close, Servers::run);
        database.close();
        brokerStopped.join();
        home.close();
    }

    private static void closeWhenStarted(@Nullable EmbeddedDatabase database) {
        if (database != null) {
            database.close();
        }
    }

    private static Path builtBrokerJar() {
        var own = Path.of(URI.create(Servers.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return own.resolve("../../broker/target/broker.jar").normalize();
    }

    private static <T> CompletableFuture<T> async(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new CompletionException(failure);
                    }
                },
                Servers::run);
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }
}
