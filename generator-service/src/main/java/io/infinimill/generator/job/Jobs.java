package io.infinimill.generator.job;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.ReasonCount;
import io.infinimill.model.Recipe;
import io.infinimill.wire.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The stored jobs and their states. */
@Component
public class Jobs {

    private static final String INSERT = """
            insert into generator.job (id, recipe, recipe_hash, seed_set, dataset, target, state, message, created_at)
            values (?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEXT_NUMBER = "select coalesce(max(number), 0) + 1 from generator.job";
    private static final String BY_ID = "select * from generator.job where id = ?";
    private static final String PROBED = """
            update generator.job set probed_seeds = ?, probed_templates = ? where id = ?
            """;
    private static final String PROBE = """
            select probed_seeds, probed_templates from generator.job where id = ? and probed_seeds is not null
            """;
    private static final String PAGE = "select * from generator.job where number < ? order by number desc limit ?";
    private static final String NUMBER = "select number from generator.job where id = ?";
    private static final String ACTIVE =
            "select * from generator.job where state in ('queued', 'running') order by number";
    private static final String COUNT = "select count(*) from generator.job where state = ?";
    private static final String BUDGET_USED = """
            select coalesce(max(greatest(
                (select sum(tokens_in + tokens_out) from generator.ledger where job_id = job.id)::float8 / nullif(tokens, 0),
                (select sum(money) from generator.ledger where job_id = job.id)::float8 / nullif(money, 0)::float8)), 0)
            from generator.budget join generator.job on job.id = job_id
            where state in ('queued', 'running')
            """;
    private static final String UNANNOUNCED = "select * from generator.job where not announced order by number";
    private static final String ANNOUNCED = "update generator.job set announced = true where id = ?";
    private static final String CHANGE = """
            update generator.job set state = ?, message = ?,
                resumptions = resumptions + case when state = 'paused' and ? = 'running' then 1 else 0 end,
                started_at = case when ? = 'running' then coalesce(started_at, ?) else started_at end,
                finished_at = case when ? in ('completed', 'failed', 'cancelled') then ?::timestamptz else null end
            where id = ? and state = any (?)
            """;
    private static final String STOP = """
            update generator.job set state = 'paused', message = ?
            where id = ? and resumptions = ? and state in ('queued', 'running')
            """;
    private static final String PROGRESS = """
            update generator.job
            set progress_sequence = ?, accepted = ?, rejected = ?, dead_lettered = ?, outside = ?, reasons = ?::jsonb
            where id = ? and progress_sequence < ?
            """;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    Jobs(JdbcTemplate jdbc, InstantSource clock, Flyway generatorMigrations) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(
            String id,
            Recipe recipe,
            String recipeHash,
            @Nullable String seedSet,
            String dataset,
            @Nullable Long target) {
        insert(id, recipe, recipeHash, seedSet, dataset, target, JobState.QUEUED, null);
    }

    /** The job does not begin until its state is changed. */
    void insertPaused(
            String id,
            Recipe recipe,
            String recipeHash,
            String seedSet,
            String dataset,
            @Nullable Long target,
            String message) {
        insert(id, recipe, recipeHash, seedSet, dataset, target, JobState.PAUSED, message);
    }

    private void insert(
            String id,
            Recipe recipe,
            String recipeHash,
            @Nullable String seedSet,
            String dataset,
            @Nullable Long target,
            String state,
            @Nullable String message) {
        jdbc.update(
                INSERT,
                id,
                Wire.MAPPER.writeValueAsString(recipe),
                recipeHash,
                seedSet,
                dataset,
                target,
                state,
                message,
                Timestamp.from(clock.instant()));
    }

    void probed(String id, Probe.Probed probed) {
        jdbc.update(PROBED, probed.seeds(), probed.templates(), id);
    }

    Probe.@Nullable Probed findProbe(String id) {
        return jdbc
                .query(
                        PROBE,
                        (row, index) -> new Probe.Probed(row.getInt("probed_seeds"), row.getInt("probed_templates")),
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    long nextNumber() {
        return Objects.requireNonNull(jdbc.queryForObject(NEXT_NUMBER, Long.class));
    }

    public Optional<Job> find(String id) {
        return jdbc.query(BY_ID, Jobs::job, id).stream().findFirst();
    }

    /**
     * Newest first.
     *
     * @throws InvalidRequest when there is no job with the id
     */
    List<Job> page(String afterId, int limit) {
        var before = afterId.isEmpty() ? List.of(Long.MAX_VALUE) : jdbc.queryForList(NUMBER, Long.class, afterId);
        if (before.isEmpty()) {
            throw new InvalidRequest("the cursor names no job. Maybe start without one");
        }
        return jdbc.query(PAGE, Jobs::job, before.getFirst(), limit);
    }

    List<Job> active() {
        return jdbc.query(ACTIVE, Jobs::job);
    }

    /** Jobs of which the other services have not been told. */
    List<Job> unannounced() {
        return jdbc.query(UNANNOUNCED, Jobs::job);
    }

    void announced(String id) {
        jdbc.update(ANNOUNCED, id);
    }

    /** Moves the job on if it is in one of the given states, and says whether it was. */
    boolean change(String id, List<String> from, String to, @Nullable String message) {
        var now = Timestamp.from(clock.instant());
        return jdbc.update(CHANGE, to, message, to, to, now, to, now, id, from.toArray(String[]::new)) > 0;
    }

    /**
     * Stops a job that cannot go on by itself; the message says what would let it. One that was resumed since it was loaded
     * goes on: the reason is from before.
     */
    public void stop(Job job, String message) {
        jdbc.update(STOP, message, job.id(), job.resumptions());
    }

    /** Takes totals that are newer than those it has. */
    public void progress(JobProgressed progress) {
        jdbc.update(
                PROGRESS,
                progress.sequence(),
                progress.accepted(),
                progress.rejected(),
                progress.deadLettered(),
                Objects.requireNonNullElse(progress.outside(), 0L),
                Wire.MAPPER.writeValueAsString(progress.reasons()),
                progress.jobId(),
                progress.sequence());
    }

    private static Job job(ResultSet row, int index) throws SQLException {
        return new Job(
                row.getString("id"),
                Wire.MAPPER.readValue(row.getString("recipe"), Recipe.class),
                row.getString("recipe_hash"),
                row.getString("seed_set"),
                row.getString("dataset"),
                row.getObject("target", Long.class),
                row.getString("state"),
                row.getString("message"),
                row.getInt("resumptions"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("round"),
                row.getObject("round_variants", Integer.class),
                row.getLong("round_done"),
                row.getLong("round_passed"),
                row.getString("next_seed"),
                row.getLong("outstanding_units"),
                row.getLong("outstanding_variants"),
                row.getLong("decoupled"),
                row.getLong("refused"),
                row.getLong("generated"),
                row.getLong("turned_down"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("dead_lettered"),
                row.getLong("outside"),
                Wire.MAPPER.readValue(row.getString("reasons"), new TypeReference<List<ReasonCount>>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }

    long count(String state) {
        return Objects.requireNonNull(jdbc.queryForObject(COUNT, Long.class, state));
    }

    /** The greatest share that a running job has spent of its budget, 0 where none has one. */
    double budgetUsed() {
        return Objects.requireNonNull(jdbc.queryForObject(BUDGET_USED, Double.class));
    }
}
