package io.infinimill.dataset.version;

import io.infinimill.model.Template;
import io.infinimill.model.TemplateVerified;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored templates that have a correction. */
final class Corrections {

    /** The condition is that of the index. */
    private static final String CORRECTED = """
            select templates.id, origins.id
            from dataset.templates
            join dataset.origins on origins.dataset = templates.dataset and origins.template = templates.id
            where templates.dataset = ? and position('"correction":{'::bytea in templates.event) > 0
            order by templates.id
            """;

    private static final String ORIGINS =
            "select number, origin from dataset.samples where dataset = ? and reason is null";

    private static final String EVENTS =
            "select event from dataset.templates where dataset = ? and id = any (?) order by id";

    /** Rows that the cursor hands over at a time. */
    private static final int FETCHED = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Corrections(DataSource dataSource, TransactionTemplate transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCHED);
        this.transactions = transactions;
    }

    /**
     * Keys of the corrected templates that samples were made from, in their order.
     *
     * @param origins of the samples; asked for only where the dataset has corrected templates
     */
    List<UUID> keys(int dataset, Supplier<BitSet> origins) {
        record Corrected(UUID template, int origin) {}
        var corrected = jdbc.query(
                CORRECTED, (row, index) -> new Corrected(row.getObject(1, UUID.class), row.getInt(2)), dataset);
        if (corrected.isEmpty()) {
            return List.of();
        }
        var wanted = origins.get();
        return corrected.stream()
                .filter(found -> wanted.get(found.origin()))
                .map(Corrected::template)
                .distinct()
                .toList();
    }

    /** The origins that the members of a version have. */
    BitSet origins(int dataset, Membership members) {
        var origins = new BitSet();
        transactions.executeWithoutResult(status -> jdbc.query(
                ORIGINS,
                row -> {
                    if (members.contains(row.getLong(1))) {
                        origins.set(row.getInt(2));
                    }
                },
                dataset));
        return origins;
    }

    /** Reads templates in the order of their keys, through a cursor: in constant memory. */
    <T> T read(int dataset, List<UUID> keys, VersionReader.Reading<Template, T> reading) {
        return transactions.execute(status -> {
            try (var events =
                    jdbc.queryForStream(EVENTS, (row, index) -> row.getBytes(1), dataset, keys.toArray(UUID[]::new))) {
                return reading.read(events.map(
                        event -> Wire.read(event, TemplateVerified.class).template()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
