package io.infinimill.generator.job;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

    private static final String BEGIN_ROUND = """
            update generator.job
            set round = ?, round_variants = ?, round_done = 0, round_passed = 0, next_seed = ''
            where id = ?
            """;
    private static final String HAND_OUT = """
            with handed_out as (
                insert into generator.work (job_id, seed_id, first_variant, variants, round)
                select ?, unit.* from unnest(?::text[], ?::integer[], ?::integer[], ?::integer[]) as unit
                on conflict do nothing returning variants)
            update generator.job
            set outstanding_units = outstanding_units + (select count(*) from handed_out),
                outstanding_variants = outstanding_variants + (select coalesce(sum(variants), 0) from handed_out),
                next_seed = ?
            where id = ?
            """;
    private static final String OUTSTANDING = """
            select seed_id, first_variant, variants, round from generator.work
            where job_id = ? and generated is null order by round, seed_id
            """;
    private static final String LIVE = """
            select seed_id, first_variant + variants as first_variant from generator.work
            where job_id = ? and round = ? and seed_id > ? and generated is not null and not exhausted
            order by seed_id limit ?
            """;
    private static final String COUNT_LIVE = """
            select count(*) from generator.work
            where job_id = ? and round = ? and generated is not null and not exhausted
            """;
    private static final String CLOSE = """
            with before as (
                select job_id, seed_id, first_variant, variants, round, generated is null as open,
                    coalesce(generated, 0) as generated, coalesce(turned_down, 0) as turned_down
                from generator.work
                where job_id = ? and seed_id = ? and first_variant = ? and (generated is null or dead_lettered)
                for update),
            closed as (
                update generator.work
                set generated = ?, turned_down = ?, exhausted = ?, dead_lettered = ?
                from before
                where work.job_id = before.job_id and work.seed_id = before.seed_id
                    and work.first_variant = before.first_variant
                returning before.variants, before.round, before.open, work.generated - before.generated as generated,
                    work.turned_down - before.turned_down as turned_down)
            update generator.job
            set outstanding_units = outstanding_units - case when open then 1 else 0 end,
                outstanding_variants = outstanding_variants - case when open then variants else 0 end,
                generated = job.generated + closed.generated,
                turned_down = job.turned_down + closed.turned_down,
                round_done = round_done + case when open and closed.round = job.round then variants else 0 end,
                round_passed = round_passed
                    + case when closed.round = job.round then closed.generated - closed.turned_down else 0 end,
                decoupled = decoupled + ?, refused = refused + ?
            from closed where id = ?
            """;
    private static final String ADOPT = """
            with adopted as (
                insert into generator.work (job_id, seed_id, first_variant, variants, round)
                values (?, ?, ?, 0, -1) on conflict do nothing returning job_id)
            update generator.job set outstanding_units = outstanding_units + 1
            from adopted where id = adopted.job_id
            """;

    private final JdbcTemplate jdbc;

    WorkUnits(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    /** A stretch of variants. */
    record Unit(String seedId, int firstVariant, int variants, int round) {}

    /** A seed that has more variants to give, and the next of them. */
    record Live(String seedId, int firstVariant) {}

    /**
     * What came of a unit.
     *
     * @param generated attempts at a sample; 1 where the unit was dead-lettered
     * @param turnedDown those of them that the generator rejected itself
     * @param exhausted whether the seed has nothing more to give
     * @param seed what the seed counts as with this unit
     * @param deadLettered whether the unit may be replayed and closed again
     */
    public record Closed(
            String jobId,
            String seedId,
            int firstVariant,
            int generated,
            int turnedDown,
            boolean exhausted,
            SeedCount seed,
            boolean deadLettered) {}

    /** How a unit adds to the job's counts of seeds; only the first unit of a seed does, and no dead-lettered one. */
    public enum SeedCount {
        DECOUPLED,
        REFUSED,
        UNCOUNTED
    }

    /** Begins a pass over the seeds that gives each so many variants. */
    void beginRound(String jobId, int round, int variants) {
        jdbc.update(BEGIN_ROUND, round, variants, jobId);
    }

    /** Stores units, in the order of their seeds, and how far the round has come. */
    void handOut(String jobId, List<Unit> units) {
        jdbc.update(
                HAND_OUT,
                jobId,
                units.stream().map(Unit::seedId).toArray(String[]::new),
                column(units, Unit::firstVariant),
                column(units, Unit::variants),
                column(units, Unit::round),
                units.getLast().seedId(),
                jobId);
    }

    private static Integer[] column(List<Unit> units, Function<Unit, Integer> part) {
        return units.stream().map(part).toArray(Integer[]::new);
    }

    List<Unit> outstanding(String jobId) {
        return jdbc.query(
                OUTSTANDING,
                (row, index) -> new Unit(
                        row.getString("seed_id"),
                        row.getInt("first_variant"),
                        row.getInt("variants"),
                        row.getInt("round")),
                jobId);
    }

    List<Live> live(String jobId, int round, String afterSeed, int limit) {
        return jdbc.query(
                LIVE,
                (row, index) -> new Live(row.getString("seed_id"), row.getInt("first_variant")),
                jobId,
                round,
                afterSeed,
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
                        .map(unit -> new Object[] {unit.jobId(), unit.seedId(), unit.firstVariant()})
                        .toList());
        jdbc.batchUpdate(
                CLOSE,
                units.stream()
                        .map(unit -> new Object[] {
                            unit.jobId(),
                            unit.seedId(),
                            unit.firstVariant(),
                            unit.generated(),
                            unit.turnedDown(),
                            unit.exhausted(),
                            unit.deadLettered(),
                            unit.seed() == SeedCount.DECOUPLED ? 1 : 0,
                            unit.seed() == SeedCount.REFUSED ? 1 : 0,
                            unit.jobId()
                        })
                        .toList());
    }
}
