package io.infinimill.dataset.version;

import io.infinimill.dataset.RefusedRequest;
import io.infinimill.dataset.UnknownName;
import io.infinimill.dataset.archive.Digest;
import io.infinimill.wire.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions. One statement reads the samples of a new version, so that it holds what was committed at one moment,
 * however many samples are being stored meanwhile; those are in the next.
 */
final class Versions {

    private static final String LOCK = "select id from dataset.datasets where id = ? for no key update";

    private static final String PARENT = "select max(number) from dataset.versions where dataset = ?";

    private static final String INSERT = """
            insert into dataset.versions
                (dataset, number, parent, note, created, author, content_hash, selection, summary, blocks, pages)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            """;

    private static final String INSERT_PAGE =
            "insert into dataset.pages (digest, bits) values (?, ?) on conflict do nothing";

    private static final String FIND_PAGES = "select id, digest from dataset.pages where digest = any (?)";

    private static final String LIST = """
            select number, parent, note, created, author, content_hash, selection, summary from dataset.versions
            where dataset = ? and number < ?
            order by number desc
            limit ?
            """;

    private static final String FIND = """
            select number, parent, note, created, author, content_hash, selection, summary from dataset.versions
            where dataset = ? and number = ?
            """;

    private static final String NUMBERS = "select number from dataset.versions where dataset = ? order by number desc";

    private static final String MEMBERS = """
            select block, bits
            from dataset.versions
            cross join unnest(blocks, pages) as used (block, page)
            join dataset.pages on pages.id = page
            where dataset = ? and number = ?
            """;

    private static final String CONTAINING = """
            select number
            from dataset.versions
            cross join unnest(blocks, pages) as used (block, page)
            join dataset.pages on pages.id = page
            where dataset = ? and block = ? / 8192 and get_bit(bits, (? % 8192)::int) = 1
            order by number
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Gathering gathering;
    private final InstantSource clock;

    Versions(JdbcTemplate jdbc, TransactionTemplate transactions, Gathering gathering, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.gathering = gathering;
        this.clock = clock;
    }

    /** @throws RefusedRequest where the selection keeps nothing */
    Version create(int dataset, String note, @Nullable String author, @Nullable Selection selection) {
        return transactions.execute(status -> {
            jdbc.queryForList(LOCK, dataset);
            var parent = jdbc.queryForObject(PARENT, Integer.class, dataset);
            var gathered = gathering.gather(dataset, selection == null ? Selection.EVERYTHING : selection);
            var version = new Version(
                    parent == null ? 1 : parent + 1,
                    parent,
                    note,
                    clock.instant(),
                    author,
                    gathered.contentHash(),
                    selection,
                    gathered.summary());
            insert(dataset, version, gathered.members());
            return version;
        });
    }

    private void insert(int dataset, Version version, Membership members) {
        var digests = new ArrayList<UUID>();
        var pages = new ArrayList<Object[]>();
        members.blocks().values().forEach(bits -> {
            var digest = Digest.of(bits);
            digests.add(digest);
            pages.add(new Object[] {digest, bits});
        });
        jdbc.batchUpdate(INSERT_PAGE, pages);
        var numbers = new HashMap<UUID, Long>();
        jdbc.query(
                FIND_PAGES,
                row -> {
                    numbers.put(row.getObject("digest", UUID.class), row.getLong("id"));
                },
                (Object) digests.toArray(UUID[]::new));
        jdbc.update(
                INSERT,
                dataset,
                version.number(),
                version.parent(),
                version.note(),
                Timestamp.from(version.created()),
                version.author(),
                version.contentHash(),
                version.selection() == null ? null : Wire.MAPPER.writeValueAsString(version.selection()),
                Wire.MAPPER.writeValueAsString(version.summary()),
                members.blocks().keySet().toArray(Integer[]::new),
                digests.stream().map(numbers::get).toArray(Long[]::new));
    }

    List<Version> before(int dataset, int number, int limit) {
        return jdbc.query(LIST, (row, index) -> version(row), dataset, number, limit);
    }

    /** @throws UnknownName with the versions there are */
    Version load(int dataset, String number) {
        return find(dataset, number)
                .orElseThrow(
                        () -> new UnknownName("version", number, jdbc.queryForList(NUMBERS, String.class, dataset)));
    }

    private Optional<Version> find(int dataset, String number) {
        return number.matches("\\d{1,9}")
                ? jdbc.query(FIND, (row, index) -> version(row), dataset, Integer.valueOf(number)).stream()
                        .findFirst()
                : Optional.empty();
    }

    Membership members(int dataset, int number) {
        var blocks = new HashMap<Integer, byte[]>();
        jdbc.query(
                MEMBERS,
                row -> {
                    blocks.put(row.getInt("block"), row.getBytes("bits"));
                },
                dataset,
                number);
        return Membership.of(blocks);
    }

    /** The versions that a sample is in. */
    List<Integer> containing(int dataset, long sample) {
        return jdbc.queryForList(CONTAINING, Integer.class, dataset, sample, sample);
    }

    private static Version version(ResultSet row) throws SQLException {
        var selection = row.getString("selection");
        return new Version(
                row.getInt("number"),
                row.getObject("parent", Integer.class),
                row.getString("note"),
                row.getTimestamp("created").toInstant(),
                row.getString("author"),
                row.getString("content_hash"),
                selection == null ? null : Wire.MAPPER.readValue(selection, Selection.class),
                Wire.MAPPER.readValue(row.getString("summary"), Summary.class));
    }
}
