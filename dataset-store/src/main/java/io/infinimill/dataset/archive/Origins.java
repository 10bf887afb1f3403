package io.infinimill.dataset.archive;

import com.github.luben.zstd.Zstd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The facts that samples share, each stored once and known by a small number. Numbers are given in transactions of their
 * own, so that what is remembered here is committed whatever becomes of the batch that needed it.
 */
public final class Origins {

    private static final String FIND =
            "select id, dataset, job, template, example, digest from dataset.origins where digest = any (?)";

    private static final String LOAD = "select id, dataset, job, template, example from dataset.origins where id = ?";

    private static final String INSERT = """
            insert into dataset.origins
                (digest, dataset, job, kind, seed_set, seed, template, style, recipe_hash, example)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String FIND_DATASET = "select id from dataset.datasets where name = ?";

    private static final String INSERT_DATASET =
            "insert into dataset.datasets (name) values (?) on conflict do nothing";

    private static final String FIND_JOB = "select id from dataset.jobs where name = ?";

    private static final String INSERT_JOB = "insert into dataset.jobs (name) values (?) on conflict do nothing";

    private static final String FIND_REASON =
            "select id from dataset.reasons where stage = ? and operator = ? and reason = ?";

    private static final String INSERT_REASON =
            "insert into dataset.reasons (stage, operator, reason) values (?, ?, ?) on conflict do nothing";

    /** Examples are few and read often: packed as tightly as is quick to unpack. */
    private static final int EXAMPLE_LEVEL = 12;

    /** Of about 2 KB each. */
    private static final int REMEMBERED = 10_000;

    private final JdbcTemplate jdbc;
    private final Map<UUID, StoredOrigin> byDigest = leastRecent();
    private final Map<Integer, StoredOrigin> byId = leastRecent();
    private final Map<String, Integer> datasets = leastRecent();
    private final Map<String, Integer> jobs = leastRecent();
    private final Map<Reason, Integer> reasons = leastRecent();

    public Origins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Why and where samples were turned down. */
    public record Reason(String stage, String operator, String reason) {

        public Reason {
            Origin.fitting("stage", stage);
            Origin.fitting("operator", operator);
            Origin.fitting("reason", reason);
        }
    }

    /** The origins of these events as stored, now or before; the event of a new origin becomes its example. */
    public Map<Origin, StoredOrigin> store(Map<Origin, byte[]> events) {
        var stored = new HashMap<Origin, StoredOrigin>();
        var fresh = new HashMap<UUID, Origin>();
        events.keySet().forEach(origin -> {
            var digest = origin.digest();
            var known = byDigest.get(digest);
            if (known == null) {
                fresh.put(digest, origin);
            } else {
                stored.put(origin, known);
            }
        });
        if (!fresh.isEmpty()) {
            insert(fresh, events);
            jdbc.query(
                    FIND,
                    row -> {
                        var digest = row.getObject("digest", UUID.class);
                        var found = origin(row);
                        byDigest.put(digest, found);
                        stored.put(fresh.get(digest), found);
                    },
                    (Object) fresh.keySet().toArray(UUID[]::new));
        }
        return stored;
    }

    private void insert(Map<UUID, Origin> fresh, Map<Origin, byte[]> events) {
        var rows = fresh.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), entry.getValue(), events))
                .toList();
        jdbc.batchUpdate(INSERT, rows);
    }

    private Object[] row(UUID digest, Origin origin, Map<Origin, byte[]> events) {
        return new Object[] {
            digest,
            dataset(origin.dataset()),
            job(origin.job()),
            origin.kind(),
            origin.seedSet(),
            origin.seed(),
            origin.template(),
            origin.style(),
            origin.recipeHash(),
            Zstd.compress(events.get(origin), EXAMPLE_LEVEL)
        };
    }

    public StoredOrigin load(int id) {
        var known = byId.get(id);
        if (known != null) {
            return known;
        }
        var stored = jdbc.query(LOAD, (row, index) -> origin(row), id).getFirst();
        byId.put(id, stored);
        return stored;
    }

    public int dataset(String name) {
        return number(datasets, name, FIND_DATASET, INSERT_DATASET, name);
    }

    public int job(String name) {
        return number(jobs, name, FIND_JOB, INSERT_JOB, name);
    }

    public int reason(Reason reason) {
        return number(reasons, reason, FIND_REASON, INSERT_REASON, reason.stage(), reason.operator(), reason.reason());
    }

    private <K> int number(Map<K, Integer> known, K key, String find, String insert, Object... arguments) {
        var remembered = known.get(key);
        if (remembered != null) {
            return remembered;
        }
        var found = jdbc.queryForList(find, Integer.class, arguments);
        if (found.isEmpty()) {
            jdbc.update(insert, arguments);
            found = jdbc.queryForList(find, Integer.class, arguments);
        }
        int number = found.getFirst();
        known.put(key, number);
        return number;
    }

    private static StoredOrigin origin(ResultSet row) throws SQLException {
        return new StoredOrigin(
                row.getInt(1), row.getInt(2), row.getInt(3), row.getObject(4, UUID.class), example(row.getBytes(5)));
    }

    private static byte[] example(byte[] packed) {
        return Zstd.decompress(packed, Math.toIntExact(Zstd.getFrameContentSize(packed)));
    }

    private static <K, V> Map<K, V> leastRecent() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
