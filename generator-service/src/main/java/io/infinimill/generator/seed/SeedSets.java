package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.model.Seed;
import io.infinimill.wire.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The stored seed sets. */
@Component
public class SeedSets {

    private static final String INSERT_SET = """
            insert into generator.seed_set (name, format, created_at) values (?, ?, ?)
            on conflict (name) do update set format = excluded.format
            where not exists (select from generator.seed where seed_set = excluded.name)
            """;
    private static final String INSERT_SEEDS = """
            insert into generator.seed (seed_set, id, question, answer, solution, attributes)
            select ?, s.id, s.question, s.answer, s.solution, s.attributes::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as s (id, question, answer, solution, attributes, place)
            order by s.place
            on conflict do nothing
            """;
    private static final String FIND_SET = """
            select name, format, created_at, (select count(*) from generator.seed where seed_set = name) as seeds
            from generator.seed_set where name = ?
            """;
    private static final String LIST_SETS = """
            select name, format, created_at, (select count(*) from generator.seed where seed_set = name) as seeds
            from generator.seed_set where name > ? order by name limit ?
            """;
    private static final String NAMES = "select name from generator.seed_set order by name limit 50";
    private static final String PAGE = """
            select s.ordinal, s.id, s.seed_set, x.format, s.question, s.answer, s.solution, s.attributes
            from generator.seed s join generator.seed_set x on x.name = s.seed_set
            where s.seed_set = ? and s.ordinal > ? order by s.ordinal limit ?
            """;
    private static final String IDS = "select id from generator.seed where seed_set = ? and id > ? order by id limit ?";
    private static final String BY_ID = """
            select s.id, s.seed_set, x.format, s.question, s.answer, s.solution, s.attributes
            from generator.seed s join generator.seed_set x on x.name = s.seed_set
            where s.seed_set = ? and s.id = any (?)
            """;
    private static final String TOPICS = """
            select coalesce(attributes ->> 'topic', '') as topic, count(*) as seeds from generator.seed
            where seed_set = ? group by topic
            """;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    SeedSets(JdbcTemplate jdbc, InstantSource clock, Flyway generatorMigrations) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A stored set. */
    public record SeedSet(String name, String format, Instant createdAt, long seeds) {}

    /** A seed and its place in its set. */
    record PlacedSeed(long ordinal, Seed seed) {}

    /**
     * Makes the set unless it is there; one that holds nothing takes any format.
     *
     * @throws InvalidRequest when the set holds seeds of another format
     */
    void create(String name, String format) {
        jdbc.update(INSERT_SET, name, format, Timestamp.from(clock.instant()));
        check(name, format);
    }

    /** @throws InvalidRequest when the set holds seeds of another format */
    void check(String name, String format) {
        find(name)
                .filter(stored -> stored.seeds() > 0 && !stored.format().equals(format))
                .ifPresent(stored -> {
                    throw new InvalidRequest(
                            "seed set '%s' holds seeds of format '%s', not '%s'. Maybe upload under another name"
                                    .formatted(name, stored.format(), format));
                });
    }

    /** Adds the seeds that are new, in their order, and returns how many were. */
    int add(String set, List<Seed> seeds) {
        return jdbc.update(
                INSERT_SEEDS,
                set,
                column(seeds, Seed::id),
                column(seeds, Seed::question),
                column(seeds, Seed::answer),
                column(seeds, Seed::solution),
                column(
                        seeds,
                        seed -> seed.attributes() == null ? null : Wire.MAPPER.writeValueAsString(seed.attributes())));
    }

    private static @Nullable String[] column(List<Seed> seeds, Function<Seed, @Nullable String> part) {
        return seeds.stream().map(part).toArray(String[]::new);
    }

    public Optional<SeedSet> find(String name) {
        try {
            return Optional.ofNullable(jdbc.queryForObject(FIND_SET, SeedSets::set, name));
        } catch (EmptyResultDataAccessException e) {
            return Optional.empty();
        }
    }

    List<SeedSet> list(String after, int limit) {
        return jdbc.query(LIST_SETS, SeedSets::set, after, limit);
    }

    public List<String> names() {
        return jdbc.queryForList(NAMES, String.class);
    }

    /** The seeds behind a place, in upload order. */
    List<PlacedSeed> seeds(String set, long afterOrdinal, int limit) {
        return jdbc.query(PAGE, SeedSets::placed, set, afterOrdinal, limit);
    }

    /** The ids behind an id. They are hashes, so that their first are from everywhere in the set. */
    public List<String> ids(String set, String afterId, int limit) {
        return jdbc.queryForList(IDS, String.class, set, afterId, limit);
    }

    /** How many seeds of a set each topic has; those that say none are under the empty text. */
    public Map<String, Long> topics(String set) {
        var topics = new HashMap<String, Long>();
        RowCallbackHandler put = row -> topics.put(row.getString("topic"), row.getLong("seeds"));
        jdbc.query(TOPICS, put, set);
        return topics;
    }

    public List<Seed> load(String set, List<String> ids) {
        return jdbc.query(BY_ID, (row, index) -> seed(row), set, ids.toArray(String[]::new));
    }

    private static SeedSet set(ResultSet row, int index) throws SQLException {
        return new SeedSet(
                row.getString("name"),
                row.getString("format"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("seeds"));
    }

    private static PlacedSeed placed(ResultSet row, int index) throws SQLException {
        return new PlacedSeed(row.getLong("ordinal"), seed(row));
    }

    @SuppressWarnings("unchecked")
    private static Seed seed(ResultSet row) throws SQLException {
        var attributes = row.getString("attributes");
        return new Seed(
                row.getString("id"),
                row.getString("seed_set"),
                row.getString("format"),
                row.getString("question"),
                row.getString("answer"),
                row.getString("solution"),
                attributes == null ? null : (Map<String, String>) Wire.MAPPER.readValue(attributes, Map.class));
    }
}
