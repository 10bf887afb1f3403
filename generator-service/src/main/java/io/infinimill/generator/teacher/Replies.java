package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply;
import io.infinimill.wire.Wire;
import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The replies that were paid for, kept before they are used. One writer puts many replies, what they cost and the end of
 * their reservations into one transaction.
 */
@Component
class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final long RETRY_MILLIS = 500;
    private static final String INSERT = """
            insert into generator.reply (request, model, reply)
            select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing
            """;
    private static final String CHARGE = """
            insert into generator.ledger (job_id, stage, teacher, asked, tokens_in, tokens_out, money)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (job_id, stage, teacher) do update
            set asked = ledger.asked + excluded.asked, tokens_in = ledger.tokens_in + excluded.tokens_in,
                tokens_out = ledger.tokens_out + excluded.tokens_out, money = ledger.money + excluded.money
            """;
    private static final String SETTLE = """
            delete from generator.reservation using unnest(?::text[], ?::text[]) as settled (job_id, request)
            where reservation.job_id = settled.job_id and reservation.request = settled.request
            """;
    private static final String EXPIRE = "delete from generator.reply where kept_at < now() - make_interval(secs => ?)";
    private static final String TRIM = """
            delete from generator.reply where request in (
                select request from generator.reply order by kept_at desc offset ?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final TeacherSettings settings;
    private final LinkedBlockingQueue<Kept> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    Replies(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            TeacherSettings settings,
            Flyway generatorMigrations) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        writer = Thread.ofPlatform().name("teacher-replies").daemon().start(this::write);
    }

    /**
     * Who pays for a reply.
     *
     * @param reserved whether the job's budget holds a reservation for it
     */
    record Charge(String jobId, String stage, String teacher, BigDecimal money, boolean reserved) {}

    private record Kept(String request, ChatReply reply, Charge charge, CompletableFuture<Void> done) {}

    private record Account(String jobId, String stage, String teacher) {}

    /** Returns when a crash can no longer lose the reply. */
    void store(String request, ChatReply reply, Charge charge) {
        var kept = new Kept(request, reply, charge, new CompletableFuture<>());
        queue.add(kept);
        Awaited.join(kept.done());
    }

    @PreDestroy
    void close() throws InterruptedException {
        writer.interrupt();
        writer.join();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "10m")
    void forget() {
        int old = jdbc.update(EXPIRE, settings.replies().age().toSeconds());
        int many = jdbc.update(TRIM, settings.replies().most());
        if (old + many > 0) {
            log.info("{} replies of teachers were too old and {} too many: forgotten", old, many);
        }
    }

    private void write() {
        var batch = new ArrayList<Kept>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                writeWhateverItTakes(batch);
                batch.forEach(kept -> kept.done().complete(null));
                batch.clear();
            }
        } catch (InterruptedException e) {
            queue.drainTo(batch);
            batch.forEach(kept -> Awaited.stop(kept.done()));
        }
    }

    /** What is paid for is not given up because the database is away for a while. */
    private void writeWhateverItTakes(List<Kept> batch) throws InterruptedException {
        while (true) {
            try {
                transactions.executeWithoutResult(_ -> write(batch));
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("{} replies cannot be kept yet: {}", batch.size(), e.getMessage());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private void write(List<Kept> batch) {
        jdbc.update(
                INSERT,
                column(batch, Kept::request),
                column(batch, kept -> kept.reply().model()),
                column(batch, kept -> Wire.MAPPER.writeValueAsString(kept.reply())));
        var accounts = new LinkedHashMap<Account, Object[]>();
        for (var kept : batch) {
            var charge = kept.charge();
            var usage = kept.reply().usage();
            accounts.merge(
                    new Account(charge.jobId(), charge.stage(), charge.teacher()),
                    new Object[] {
                        charge.jobId(),
                        charge.stage(),
                        charge.teacher(),
                        1L,
                        usage.tokensIn(),
                        usage.tokensOut(),
                        charge.money()
                    },
                    Replies::sum);
        }
        jdbc.batchUpdate(CHARGE, List.copyOf(accounts.values()));
        var reserved = batch.stream().filter(kept -> kept.charge().reserved()).toList();
        if (!reserved.isEmpty()) {
            jdbc.update(SETTLE, column(reserved, kept -> kept.charge().jobId()), column(reserved, Kept::request));
        }
    }

    private static String[] column(List<Kept> batch, Function<Kept, String> part) {
        return batch.stream().map(part).toArray(String[]::new);
    }

    private static Object[] sum(Object[] first, Object[] second) {
        var sum = first.clone();
        for (int i = 3; i < 6; i++) {
            sum[i] = (Long) first[i] + (Long) second[i];
        }
        sum[6] = ((BigDecimal) first[6]).add((BigDecimal) second[6]);
        return sum;
    }
}
