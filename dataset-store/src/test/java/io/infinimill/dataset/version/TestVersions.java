package io.infinimill.dataset.version;

import io.infinimill.dataset.archive.Origins;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package over a test's database. */
public final class TestVersions {

    final Datasets datasets;
    final Versions versions;
    final Samples samples;
    final VersionReader reader;
    final Lineages lineages;

    public TestVersions(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        datasets = new Datasets(jdbc);
        versions = new Versions(jdbc, transactions, new Gathering(database, datasets), () -> Instant.EPOCH);
        samples = new Samples(database, transactions, new Origins(jdbc));
        reader = new VersionReader(datasets, versions, samples, new Corrections(database, transactions));
        lineages = new Lineages(jdbc, samples, versions);
    }

    public VersionReader.Located create(String dataset, @Nullable Selection selection) {
        var version = versions.create(datasets.number(dataset), "note", "ada", selection);
        return reader.locate(dataset, "" + version.number());
    }

    public VersionReader reader() {
        return reader;
    }
}
