package io.infinimill.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL of the tests' own, with an empty database for each that asks. It does not trade safety for speed. */
public final class TestPostgres implements AutoCloseable {

    /** The user; there is no password. */
    public static final String USER = "postgres";

    private static final String IMAGE = "postgres:17";
    private static final String DATABASE = "postgres";

    private final AtomicInteger number = new AtomicInteger();
    private final String address;
    private final Runnable stop;

    private TestPostgres(String address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    public static TestPostgres start() {
        return Containers.wanted() ? inContainer() : embedded();
    }

    /** A JDBC address with the user in it. */
    public String empty() {
        var name = "test" + number.incrementAndGet();
        try (var connection = DriverManager.getConnection(url(DATABASE));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        return url(name);
    }

    @Override
    public void close() {
        stop.run();
    }

    private String url(String database) {
        return "jdbc:postgresql://%s/%s?user=%s".formatted(address, database, USER);
    }

    private static TestPostgres embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return new TestPostgres("localhost:" + server.getPort(), () -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need a PostgreSQL that can start", e);
        }
    }

    private static TestPostgres inContainer() {
        var server = new PostgreSQLContainer(IMAGE)
                .withDatabaseName(DATABASE)
                .withUsername(USER)
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
        server.start();
        return new TestPostgres(
                server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), server::stop);
    }
}
