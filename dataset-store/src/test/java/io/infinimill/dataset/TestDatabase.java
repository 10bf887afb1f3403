package io.infinimill.dataset;

import io.infinimill.testing.TestPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL for all tests of the process, and an empty database with the tables for each that asks. */
public final class TestDatabase {

    private static final TestPostgres SERVER = TestPostgres.start();

    private TestDatabase() {}

    public static DataSource empty() {
        var database = new DriverManagerDataSource(emptyUrl());
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
        return SERVER.empty();
    }
}
