package io.infinimill.generator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real PostgreSQL for all tests of the process, and an empty database for each that asks. Connections have the driver
 * settings of the standalone process.
 */
final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need a PostgreSQL that can start", e);
        }
    }

    static DataSource empty() {
        var name = "test" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        return SERVER.getDatabase("postgres", name, Map.of("reWriteBatchedInserts", "true"));
    }
}
