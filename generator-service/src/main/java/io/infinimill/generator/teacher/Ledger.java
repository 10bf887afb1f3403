package io.infinimill.generator.teacher;

import java.math.BigDecimal;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What jobs have spent and may spend. A request is reserved before it is asked and settled with its reply in one
 * transaction, so the budget holds for all generators together and over a crash.
 */
@Component
public class Ledger {

    private static final String BUDGET = """
            insert into generator.budget (job_id, tokens, money) values (?, ?, ?)
            on conflict (job_id) do update set tokens = excluded.tokens, money = excluded.money
            """;
    private static final String FIND_BUDGET = "select tokens, money from generator.budget where job_id = ?";
    private static final String LOCK = FIND_BUDGET + " for update";
    private static final String CHEAP_COMMIT = "set local synchronous_commit = off";
    private static final String COMMITTED = """
            select coalesce((select sum(tokens_in + tokens_out) from generator.ledger where job_id = ?), 0) as tokens,
                coalesce((select sum(money) from generator.ledger where job_id = ?), 0) as money,
                coalesce((select sum(tokens) from generator.reservation where job_id = ? and request <> ?), 0) as held_tokens,
                coalesce((select sum(money) from generator.reservation where job_id = ? and request <> ?), 0) as held_money
            """;
    private static final String RESERVE = """
            insert into generator.reservation (job_id, request, tokens, money) values (?, ?, ?, ?)
            on conflict (job_id, request) do update set tokens = excluded.tokens, money = excluded.money
            """;
    private static final String RELEASE = "delete from generator.reservation where job_id = ? and request = ?";
    private static final String RELEASE_ALL = "delete from generator.reservation where job_id = ?";
    private static final String RESULT = """
            insert into generator.ledger (job_id, stage, teacher, succeeded, failed) values (?, ?, ?, ?, ?)
            on conflict (job_id, stage, teacher) do update
            set succeeded = ledger.succeeded + excluded.succeeded, failed = ledger.failed + excluded.failed
            """;
    private static final String KNOWN = """
            insert into generator.ledger (job_id, stage, teacher, known) values (?, ?, ?, 1)
            on conflict (job_id, stage, teacher) do update set known = ledger.known + 1
            """;
    private static final String SHARES = "select * from generator.ledger where job_id = ? order by stage, teacher";

    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    /** What came of asking for a reservation. */
    sealed interface Reserved {

        record Granted() implements Reserved {}

        /** Requests under way may leave enough. */
        record Later() implements Reserved {}

        record Spent(String message) implements Reserved {}
    }

    private record Committed(long tokens, BigDecimal money, long heldTokens, BigDecimal heldMoney) {}

    /** Sets what a job may spend; reservations of a job that stood still are gone. */
    @Transactional
    public void limit(String jobId, Spending.Budget budget) {
        jdbc.update(BUDGET, jobId, budget.tokens(), budget.money());
        jdbc.update(RELEASE_ALL, jobId);
    }

    public Spending.@Nullable Budget budget(String jobId) {
        return jdbc
                .query(
                        FIND_BUDGET,
                        (row, index) ->
                                new Spending.Budget(row.getObject("tokens", Long.class), row.getBigDecimal("money")),
                        jobId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Transactional
    Reserved reserve(String jobId, String request, long tokens, BigDecimal money) {
        jdbc.execute(CHEAP_COMMIT);
        var found = jdbc.query(
                LOCK,
                (row, index) -> new Spending.Budget(row.getObject("tokens", Long.class), row.getBigDecimal("money")),
                jobId);
        if (found.isEmpty()) {
            return new Reserved.Granted();
        }
        var budget = found.getFirst();
        var committed = Objects.requireNonNull(jdbc.queryForObject(
                COMMITTED,
                (row, index) -> new Committed(
                        row.getLong("tokens"),
                        row.getBigDecimal("money"),
                        row.getLong("held_tokens"),
                        row.getBigDecimal("held_money")),
                jobId,
                jobId,
                jobId,
                request,
                jobId,
                request));
        if (!fits(budget, committed, tokens, money, 0)) {
            return new Reserved.Spent(message(budget, committed));
        }
        if (!fits(budget, committed, tokens, money, 1)) {
            return new Reserved.Later();
        }
        jdbc.update(RESERVE, jobId, request, tokens, money);
        return new Reserved.Granted();
    }

    void release(String jobId, String request) {
        jdbc.update(RELEASE, jobId, request);
    }

    void known(String jobId, String stage, String teacher) {
        jdbc.update(KNOWN, jobId, stage, teacher);
    }

    /** Counts a seed for a teacher: whether it gave a template. */
    public void result(String jobId, String stage, String teacher, boolean success) {
        jdbc.update(RESULT, jobId, stage, teacher, success ? 1 : 0, success ? 0 : 1);
    }

    public Spending spending(String jobId) {
        var shares = jdbc.query(
                SHARES,
                (row, index) -> new Spending.Share(
                        row.getString("stage"),
                        row.getString("teacher"),
                        row.getLong("asked"),
                        row.getLong("known"),
                        row.getLong("tokens_in"),
                        row.getLong("tokens_out"),
                        row.getBigDecimal("money"),
                        row.getLong("succeeded"),
                        row.getLong("failed")),
                jobId);
        return Spending.of(shares, budget(jobId));
    }

    /** Whether one request more fits beside what was spent and, with {@code held} 1, what others may still cost. */
    private static boolean fits(Spending.Budget budget, Committed committed, long tokens, BigDecimal money, int held) {
        var allTokens = committed.tokens() + tokens + held * committed.heldTokens();
        var allMoney = committed.money().add(money).add(committed.heldMoney().multiply(BigDecimal.valueOf(held)));
        return (budget.tokens() == null || allTokens <= budget.tokens())
                && (budget.money() == null || allMoney.compareTo(budget.money()) <= 0);
    }

    private static String message(Spending.Budget budget, Committed committed) {
        return "the budget is used up: %,d tokens%s and %s%s in money are spent. Raise it with POST /jobs/{id}/resume"
                .formatted(
                        committed.tokens(),
                        budget.tokens() == null ? "" : " of %,d".formatted(budget.tokens()),
                        committed.money().stripTrailingZeros().toPlainString(),
                        budget.money() == null ? "" : " of " + budget.money().toPlainString());
    }
}
