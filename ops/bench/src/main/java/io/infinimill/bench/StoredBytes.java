package io.infinimill.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What an installation takes on disk.
 *
 * @param tables of the dataset schema, with what PostgreSQL stores apart (TOAST), without indexes
 * @param indexes of the dataset schema
 * @param others all other schemas of the services, with indexes
 * @param kafka the segments of all topics
 * @param accepted rows of accepted samples
 * @param rejected rows of rejected samples
 */
record StoredBytes(long tables, long indexes, long others, long kafka, long accepted, long rejected) {

    private static final String SIZES = """
            select
                coalesce(sum(pg_table_size(c.oid)) filter (where n.nspname = 'dataset'), 0),
                coalesce(sum(pg_indexes_size(c.oid)) filter (where n.nspname = 'dataset'), 0),
                coalesce(sum(pg_total_relation_size(c.oid)) filter (where n.nspname <> 'dataset'), 0),
                (select count(*) from dataset.samples where reason is null),
                (select count(*) from dataset.samples where reason is not null)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ('dataset', 'generator', 'filter', 'judge')""";

    static StoredBytes of(Path home) throws IOException {
        var port = Files.readString(home.resolve("postgresql/port")).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/infinimill?user=postgres".formatted(port));
                var statement = connection.createStatement();
                var row = statement.executeQuery(SIZES)) {
            row.next();
            return new StoredBytes(
                    row.getLong(1), row.getLong(2), row.getLong(3), segments(home), row.getLong(4), row.getLong(5));
        } catch (SQLException failure) {
            throw new IOException("the sizes cannot be read: " + failure.getMessage(), failure);
        }
    }

    StoredBytes minus(StoredBytes before) {
        return new StoredBytes(
                tables - before.tables,
                indexes - before.indexes,
                others - before.others,
                kafka - before.kafka,
                accepted - before.accepted,
                rejected - before.rejected);
    }

    /** Index files are allocated ahead and sparse, so only the segments count. */
    private static long segments(Path home) throws IOException {
        try (var files = Files.walk(home.resolve("kafka/log"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(StoredBytes::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException deleted) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
