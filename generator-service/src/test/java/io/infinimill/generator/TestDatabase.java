package io.infinimill.generator;

import io.infinimill.testing.TestPostgres;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL for all tests of the process, and an empty database for each that asks. Connections have the driver
 * settings of the standalone process.
 */
final class TestDatabase {

    private static final TestPostgres SERVER = TestPostgres.start();

    private TestDatabase() {}

    static DataSource empty() {
        return new DriverManagerDataSource(SERVER.empty() + "&reWriteBatchedInserts=true");
    }
}
