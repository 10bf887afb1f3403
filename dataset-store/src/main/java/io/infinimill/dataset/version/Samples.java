package io.infinimill.dataset.version;

import io.infinimill.dataset.Split;
import io.infinimill.dataset.StoredSample;
import io.infinimill.dataset.archive.EventUnpacker;
import io.infinimill.dataset.archive.Origins;
import io.infinimill.model.SampleJudged;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored samples, in the order of their ids. */
final class Samples {

    private static final String ACCEPTED = """
            select number, id, origin, event from dataset.samples
            where dataset = ? and reason is null and id > ?
            order by id
            """;

    private static final String REJECTED = """
            select number, samples.id, origin, event
            from dataset.samples join dataset.reasons on reasons.id = samples.reason
            where dataset = ? and samples.reason is not null and reasons.reason = coalesce(?, reasons.reason) and samples.id > ?
            order by samples.id
            limit ?
            """;

    private static final String FIND =
            "select number, id, origin, reason, event from dataset.samples where dataset = ? and id = ?";

    private static final String IDS = """
            select id from unnest(?) as sought (number)
            join dataset.samples on samples.number = sought.number
            order by id
            """;

    /** Rows that the cursor hands over at a time. */
    private static final int FETCHED = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Origins origins;

    Samples(DataSource dataSource, TransactionTemplate transactions, Origins origins) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCHED);
        this.transactions = transactions;
        this.origins = origins;
    }

    /** An event as stored, with the sample's number and key. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(long number, UUID id, int origin, boolean accepted, byte[] packed) {}

    /** Reads the members of a version after a key, of one split or of all, through a cursor: in constant memory. */
    <T> T read(
            int dataset,
            Membership members,
            UUID after,
            @Nullable Split split,
            VersionReader.Reading<StoredSample, T> reading) {
        return transactions.execute(status -> {
            try (var unpacker = new EventUnpacker();
                    var rows = jdbc.queryForStream(
                            ACCEPTED,
                            (row, index) -> new Row(
                                    row.getLong(1), row.getObject(2, UUID.class), row.getInt(3), true, row.getBytes(4)),
                            dataset,
                            after)) {
                return reading.read(rows.filter(row -> members.contains(row.number()))
                        .filter(row -> split == null || split == split(row))
                        .map(row -> sample(unpack(unpacker, row))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    List<Stored> rejected(int dataset, @Nullable String reason, UUID after, int limit) {
        try (var unpacker = new EventUnpacker()) {
            return jdbc.query(
                    REJECTED,
                    (row, index) -> stored(
                            unpacker,
                            new Row(
                                    row.getLong("number"),
                                    row.getObject("id", UUID.class),
                                    row.getInt("origin"),
                                    false,
                                    row.getBytes("event"))),
                    dataset,
                    reason,
                    after,
                    limit);
        }
    }

    /** @param event the event that said where the sample ended, byte for byte */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(long number, UUID id, boolean accepted, byte[] event) {}

    /** The keys of samples with these numbers. */
    List<UUID> keys(List<Long> numbers) {
        return jdbc.queryForList(IDS, UUID.class, (Object) numbers.toArray(Long[]::new));
    }

    Optional<Stored> find(int dataset, UUID id) {
        try (var unpacker = new EventUnpacker()) {
            return jdbc
                    .query(
                            FIND,
                            (row, index) -> stored(
                                    unpacker,
                                    new Row(
                                            row.getLong("number"),
                                            id,
                                            row.getInt("origin"),
                                            row.getObject("reason") == null,
                                            row.getBytes("event"))),
                            dataset,
                            id)
                    .stream()
                    .findFirst();
        }
    }

    private Stored stored(EventUnpacker unpacker, Row row) {
        return new Stored(row.number(), row.id(), row.accepted(), unpack(unpacker, row));
    }

    private byte[] unpack(EventUnpacker unpacker, Row row) {
        return unpacker.unpack(row.packed(), origins.load(row.origin()).example(), row.id());
    }

    private Split split(Row row) {
        var template = origins.load(row.origin()).template();
        return Split.of(template == null ? row.id() : template);
    }

    private static StoredSample sample(byte[] event) {
        var judged = Wire.read(event, SampleJudged.class);
        return new StoredSample(judged.sample(), judged.judgements());
    }
}
