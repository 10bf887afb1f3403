package io.infinimill.generator.job;

import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work that jobs hand out: stretches of variants of a seed. A unit is stored before it is sent and closed after its
 * samples are, so a crash loses none and a repetition counts none twice.
 */
@Component
public class WorkUnits {

    private static final String INSERT = """
            insert into generator.work (job_id, seed_id, first_variant, variants, round, ordinal)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String HANDED_OUT = """
            update generator.job
            set outstanding_units = outstanding_units + ?, outstanding_variants = outstanding_variants + ?,
                round = ?, round_variants = ?, next_ordinal = ?
            where id = ?
            """;
    private static final String OUTSTANDING = """
            select w.seed_id, w.first_variant, w.variants, w.round, w.ordinal from generator.work w
            where w.job_id = ? and w.generated is null order by w.round, w.ordinal
            """;
    private static final String LIVE = """
            select seed_id, first_variant + variants as first_variant, ordinal from generator.work
            where job_id = ? and round = ? and ordinal > ? and generated is not null and not exhausted
            order by ordinal limit ?
            """;
    private static final String COUNT_LIVE = """
            select count(*) from generator.work
            where job_id = ? and round = ? and generated is not null and not exhausted
            """;
    private static final String CLOSE = """
            with before as (
                select variants, generated, dead_lettered from generator.work
                where job_id = ? and seed_id = ? and first_variant = ? and (generated is null or dead_lettered)
                for update),
            closed as (
                update generator.work set generated = ?, exhausted = ?, dead_lettered = ?
                where job_id = ? and seed_id = ? and first_variant = ? and exists (select from before))
            update generator.job
            set outstanding_units = outstanding_units - case when before.generated is null then 1 else 0 end,
                outstanding_variants = outstanding_variants - case when before.generated is null then before.variants else 0 end,
                generated = job.generated + ? - coalesce(before.generated, 0),
                decoupled = decoupled + ?, refused = refused + ?
            from before where id = ?
            """;
    private static final String ADOPT = """
            with adopted as (
                insert into generator.work (job_id, seed_id, first_variant, variants, round, ordinal)
                values (?, ?, ?, 0, -1, 0) on conflict do nothing returning variants)
            update generator.job
            set outstanding_units = outstanding_units + 1,
                outstanding_variants = outstanding_variants + adopted.variants
            from adopted where id = ?
            """;

    private final JdbcTemplate jdbc;

    WorkUnits(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    /** A stretch of variants; {@code ordinal} is the seed's place in its set. */
    public record Unit(String seedId, int firstVariant, int variants, int round, long ordinal) {}

    /** A seed that has more variants to give, the next of them, and its place. */
    record Live(String seedId, int firstVariant, long ordinal) {}

    /**
     * What came of a unit.
     *
     * @param generated attempts at a sample; 1 where the unit was dead-lettered
     * @param exhausted whether the seed has nothing more to give
     * @param seed what the seed counts as with this unit
     * @param deadLettered whether the unit may be replayed and closed again
     */
    public record Closed(
            String jobId,
            String seedId,
            int firstVariant,
            int generated,
            boolean exhausted,
            SeedCount seed,
            boolean deadLettered) {}

    /** How a unit adds to the job's counts of seeds; only the first unit of a seed does. */
    public enum SeedCount {
        DECOUPLED,
        REFUSED,
        COUNTED_BEFORE
    }

    /** Stores units and how far the round has come, in one transaction. */
    @Transactional
    void handOut(Job job, List<Unit> units, int round, int roundVariants, long nextOrdinal) {
        jdbc.batchUpdate(
                INSERT,
                units.stream()
                        .map(unit -> new Object[] {
                            job.id(), unit.seedId(), unit.firstVariant(), unit.variants(), unit.round(), unit.ordinal()
                        })
                        .toList());
        long variants = units.stream().mapToLong(Unit::variants).sum();
        jdbc.update(HANDED_OUT, units.size(), variants, round, roundVariants, nextOrdinal, job.id());
    }

    List<Unit> outstanding(String jobId) {
        return jdbc.query(
                OUTSTANDING,
                (row, index) -> new Unit(
                        row.getString("seed_id"),
                        row.getInt("first_variant"),
                        row.getInt("variants"),
                        row.getInt("round"),
                        row.getLong("ordinal")),
                jobId);
    }

    List<Live> live(String jobId, int round, long afterOrdinal, int limit) {
        return jdbc.query(
                LIVE,
                (row, index) -> new Live(row.getString("seed_id"), row.getInt("first_variant"), row.getLong("ordinal")),
                jobId,
                round,
                afterOrdinal,
                limit);
    }

    long countLive(String jobId, int round) {
        return Objects.requireNonNull(jdbc.queryForObject(COUNT_LIVE, Long.class, jobId, round));
    }

    /**
     * Closes units and adds them to their jobs' counts. One that was closed before changes nothing; one that an outside
     * producer sent is entered first.
     */
    @Transactional
    public void close(List<Closed> units) {
        jdbc.batchUpdate(
                ADOPT,
                units.stream()
                        .map(unit -> new Object[] {unit.jobId(), unit.seedId(), unit.firstVariant(), unit.jobId()})
                        .toList());
        jdbc.batchUpdate(
                CLOSE,
                units.stream()
                        .map(unit -> new Object[] {
                            unit.jobId(),
                            unit.seedId(),
                            unit.firstVariant(),
                            unit.generated(),
                            unit.exhausted(),
                            unit.deadLettered(),
                            unit.jobId(),
                            unit.seedId(),
                            unit.firstVariant(),
                            unit.generated(),
                            unit.seed() == SeedCount.DECOUPLED ? 1 : 0,
                            unit.seed() == SeedCount.REFUSED ? 1 : 0,
                            unit.jobId()
                        })
                        .toList());
    }
}
