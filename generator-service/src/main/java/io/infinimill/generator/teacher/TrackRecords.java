package io.infinimill.generator.teacher;

import io.infinimill.generator.TrackRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How teachers did lately, by topic and prompt, over all jobs and generators. */
@Component
public class TrackRecords {

    private static final String FIND = """
            select teacher, tried, succeeded, money, tokens from generator.track_record
            where prompt = ? and topic = ? and teacher = any (?)
            """;
    private static final String ADD = """
            insert into generator.track_record as known (teacher, prompt, topic, tried, succeeded, money, tokens)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (teacher, prompt, topic) do update
            set tried = known.tried * %1$s + excluded.tried, succeeded = known.succeeded * %1$s + excluded.succeeded,
                money = known.money * %1$s + excluded.money, tokens = known.tokens * %1$s + excluded.tokens
            """.formatted(TrackRecord.FADING);

    private final JdbcTemplate jdbc;

    TrackRecords(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    /** Those of the teachers of which something is known. */
    public Map<String, TrackRecord> find(String prompt, String topic, List<String> teachers) {
        var found = new HashMap<String, TrackRecord>();
        jdbc.query(
                FIND,
                row -> {
                    found.put(
                            row.getString("teacher"),
                            new TrackRecord(
                                    row.getDouble("tried"),
                                    row.getDouble("succeeded"),
                                    row.getDouble("money"),
                                    row.getDouble("tokens")));
                },
                prompt,
                topic,
                teachers.toArray(String[]::new));
        return found;
    }

    public void add(String teacher, String prompt, String topic, boolean success, BigDecimal money, long tokens) {
        var one = TrackRecord.NONE.after(success, money, tokens);
        jdbc.update(ADD, teacher, prompt, topic, one.tried(), one.succeeded(), one.money(), one.tokens());
    }
}
