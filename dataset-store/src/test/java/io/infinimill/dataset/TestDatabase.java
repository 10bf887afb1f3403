package io.infinimill.dataset;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL for all tests of the process, and an empty database with the tables for each that asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need a PostgreSQL that can start", e);
        }
    }

    public static DataSource empty() {
        var database = SERVER.getDatabase("postgres", create());
        Flyway.configure()
                .dataSource(database)
                .schemas("dataset")
                .defaultSchema("dataset")
                .table("flyway_history")
                .locations("classpath:db/dataset")
                .load()
                .migrate();
        return database;
    }

    /** An address of a database without tables. */
    public static String emptyUrl() {
        return SERVER.getJdbcUrl("postgres", create());
    }

    private static String create() {
        var name = "test" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        return name;
    }
}
