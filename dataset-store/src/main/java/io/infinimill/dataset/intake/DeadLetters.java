package io.infinimill.dataset.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The dead letters as they are listed. */
final class DeadLetters {

    private static final String LIST = """
            select dead_letters.id, topic, key, value, cause, state, arrived, job, jobs.name
            from dataset.dead_letters left join dataset.jobs on jobs.id = job
            where dead_letters.id < ? and state = coalesce(?, state)
            order by dead_letters.id desc
            limit ?
            """;

    private static final String FIND = """
            select dead_letters.id, topic, key, value, cause, state, arrived, job, jobs.name
            from dataset.dead_letters left join dataset.jobs on jobs.id = job
            where dead_letters.id = ?
            """;

    private static final String COUNT = "select count(*) from dataset.dead_letters where state = 'dead'";

    private final JdbcTemplate jdbc;

    DeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Letter(
            long id,
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable String cause,
            String state,
            Instant arrived,
            @Nullable Integer job,
            @Nullable String jobName) {}

    List<Letter> before(long id, @Nullable String state, int limit) {
        return jdbc.query(LIST, (row, index) -> letter(row), id, state, limit);
    }

    long count() {
        return Objects.requireNonNull(jdbc.queryForObject(COUNT, Long.class));
    }

    Optional<Letter> find(long id) {
        return jdbc.query(FIND, (row, index) -> letter(row), id).stream().findFirst();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getString("topic"),
                row.getBytes("key"),
                row.getBytes("value"),
                row.getString("cause"),
                row.getString("state"),
                row.getTimestamp("arrived").toInstant(),
                row.getObject("job", Integer.class),
                row.getString("name"));
    }
}
