package io.infinimill.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL under the home directory. It outlives a killed process, and the next start takes it over with
 * its port; when it ends by itself it is started again on the same port.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** The defaults of the library are for tests: it does not sync, and it deletes the directory. */
    private static final Map<String, String> SERVER_SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"));

    /** Recovery after a crash replays up to {@code max_wal_size}. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** Line of postmaster.pid that says starting, ready or stopping. */
    private static final int STATUS_LINE = 8;

    private static final String DATABASE_EXISTS = "select 1 from pg_database where datname = 'infinimill'";
    private static final String CREATE_DATABASE = "create database infinimill";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Of the library's lock against a second instance, which a lost server's instance still holds. */
    private static final String LOCK_FILE = "epg-lock";

    private final Path directory;
    private final EmbeddedPostgres.Builder builder;
    private final Thread watch;
    private EmbeddedPostgres postgres;
    private volatile Optional<ProcessHandle> server;
    private volatile boolean closing;

    private EmbeddedDatabase(Path directory, EmbeddedPostgres.Builder builder)
            throws IOException, InterruptedException, SQLException {
        this.directory = directory;
        this.builder = builder;
        this.postgres = builder.start();
        this.server = survivor(data(directory));
        createOnce();
        this.watch = Thread.ofVirtual().name("postgresql-watch").start(this::watch);
    }

    static EmbeddedDatabase start(Home home) throws IOException, InterruptedException, SQLException {
        var directory = home.resolve("postgresql");
        var data = data(directory);
        var survivor = survivor(data);
        var portFile = directory.resolve("port");
        var port = survivor.isPresent() ? RememberedPort.inUseOrFree(portFile) : RememberedPort.free(portFile);
        Files.createDirectories(directory);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(
                        Redirect.appendTo(home.log("postgresql.log").toFile()));
        SERVER_SETTINGS.forEach(builder::setServerConfig);
        return new EmbeddedDatabase(directory, builder);
    }

    /** Whether there is a server that is not just being started again. */
    boolean isAlive() {
        return server.filter(EmbeddedDatabase::isPostgres).isPresent();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/infinimill?reWriteBatchedInserts=true".formatted(postgres.getPort());
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        stop();
    }

    private synchronized void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void watch() {
        try {
            while (!closing) {
                if (!isAlive()) {
                    startAgain();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() throws InterruptedException {
        if (closing) {
            return;
        }
        LOG.warn("PostgreSQL ended; starting it again");
        server = Optional.empty();
        try {
            endLeftBehind();
            Files.deleteIfExists(data(directory).resolve(LOCK_FILE));
            // PostgreSQL takes a process that its parent has not collected for one that runs.
            Files.deleteIfExists(data(directory).resolve("postmaster.pid"));
            postgres = builder.start();
            server = survivor(data(directory));
            LOG.info("PostgreSQL is back");
        } catch (IOException | RuntimeException failure) {
            LOG.error("PostgreSQL could not be started again; this will be tried again", failure);
        }
    }

    /** Sessions of a lost server hold its memory until they end, and no server starts meanwhile. */
    private void endLeftBehind() throws InterruptedException {
        for (var sessions = sessions(); !sessions.isEmpty(); sessions = sessions()) {
            sessions.forEach(ProcessHandle::destroy);
            Thread.sleep(LOOK);
        }
    }

    private List<ProcessHandle> sessions() {
        var binaries = directory.resolve("binaries").toAbsolutePath().normalize();
        return ProcessHandle.allProcesses()
                .filter(EmbeddedDatabase::isPostgres)
                .filter(process -> Path.of(process.info().command().orElse("")).startsWith(binaries))
                .toList();
    }

    private void createOnce() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(DATABASE_EXISTS)) {
            if (!found.next()) {
                statement.execute(CREATE_DATABASE);
            }
        }
    }

    /** The server that an earlier process left running; one that is about to stop is waited for. */
    private static Optional<ProcessHandle> survivor(Path data) throws IOException, InterruptedException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Files.readAllLines(pidFile);
        var server = ProcessHandle.of(Long.parseLong(pid.getFirst().strip())).filter(EmbeddedDatabase::isPostgres);
        var stopping =
                pid.size() >= STATUS_LINE && pid.get(STATUS_LINE - 1).strip().equals("stopping");
        if (server.isPresent() && stopping) {
            server.get()
                    .onExit()
                    .orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return Optional.empty();
        }
        return server;
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    /** A process that has ended and is not yet collected by its parent has no command. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }
}
