package io.infinimill.dataset.intake;

import io.infinimill.model.JobProgressed;
import io.infinimill.model.ReasonCount;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of what became of samples, and the counts of jobs, which change in the same transaction.
 *
 * <p>A sample ends in one place: of an accepted and a rejected event of one sample the first stored wins, and either ends
 * its dead letters. A dead letter counts until it is replayed or its sample is stored. Rows of a job are
 * locked after its samples are inserted and before its dead letters are looked at, so that of two
 * processes one always sees the other's.
 */
final class Outcomes {

    private static final String STAGE = """
            create temporary table if not exists staged (
                ordinal int, id uuid, content uuid, dataset int, origin int, reason int, event bytea
            ) on commit delete rows
            """;

    private static final String COPY = "copy pg_temp.staged from stdin (format binary)";

    private static final String STORE = """
            with stored as (
                insert into dataset.samples (number, id, content, dataset, origin, reason, event)
                select nextval('dataset.sample_numbers'), id, content, dataset, origin, reason, event
                from (select * from pg_temp.staged order by dataset, id, ordinal) sorted
                on conflict do nothing
                returning origin, reason)
            select job, dataset, coalesce(reason, 0) as reason, count(*), count(*) filter (where seed_set is null) as outside
            from stored join dataset.origins on origins.id = stored.origin
            group by 1, 2, 3
            """;

    private static final String STORE_TEMPLATE =
            "insert into dataset.templates (dataset, id, job, seed_set, licence, event) values (?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String LOCK = "select id from dataset.jobs where id = any (?) order by id for update";

    private static final String STORE_DEAD_LETTER = """
            insert into dataset.dead_letters
                (letter_topic, letter_partition, letter_offset, topic, key, value, cause, subject, job, outside, arrived, state)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                case when exists (
                    select from dataset.datasets
                    join dataset.samples on samples.dataset = datasets.id and samples.id = ?)
                then 'resolved' else 'dead' end
            on conflict do nothing
            """;

    private static final String RESOLVE = """
            update dataset.dead_letters set state = 'resolved'
            from pg_temp.staged
            where subject = staged.id and state <> 'resolved'
            returning job
            """;

    private static final String REPLAYED =
            "update dataset.dead_letters set state = 'replayed' where id = ? and state = 'dead'";

    private static final String COUNT = """
            insert into dataset.counts as counted (job, dataset, reason, count, outside) values (?, ?, ?, ?, ?)
            on conflict (job, dataset, reason)
            do update set count = counted.count + excluded.count, outside = counted.outside + excluded.outside
            """;

    private static final String COUNT_DEAD = """
            update dataset.jobs set (dead_lettered, outside_dead) = (
                select count(distinct subject), count(distinct subject) filter (where outside)
                from dataset.dead_letters where job = jobs.id and state = 'dead')
            where id = any (?)
            """;

    private static final String PROGRESS = """
            update dataset.jobs set sequence = sequence + 1 where id = any (?)
            returning id, name, sequence, dead_lettered, outside_dead
            """;

    private static final String COUNTS = """
            select job, stage, operator, reasons.reason, sum(count) as count, sum(outside) as outside
            from dataset.counts left join dataset.reasons on reasons.id = counts.reason
            where job = any (?)
            group by job, stage, operator, reasons.reason
            order by stage, operator, reasons.reason
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Outcomes(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** How many samples were stored now, with this reason, 0 for the accepted; and how many of them are from outside. */
    record Count(int job, int dataset, int reason, long samples, long outside) {}

    record Stored(List<Count> counts, List<JobProgressed> progress) {}

    /** Stores what is not stored yet; the progress of every job of the batch, even if nothing was new. */
    Stored store(NumberedBatch batch) {
        return transactions.execute(status -> {
            var counts = batch.samples() == null ? List.<Count>of() : insert(batch.samples());
            jdbc.batchUpdate(STORE_TEMPLATE, batch.templates());
            lock(batch.jobs());
            var recounted = new TreeSet<Integer>();
            for (var dead : batch.deadLetters()) {
                insert(dead, recounted);
            }
            if (batch.samples() != null) {
                recounted.addAll(jdbc.queryForList(RESOLVE, Integer.class).stream()
                        .filter(job -> job != null)
                        .toList());
            }
            count(counts, recounted);
            return new Stored(counts, progress(batch.jobs()));
        });
    }

    /** Marks a dead letter as sent again; its job no longer counts it. */
    List<JobProgressed> replayed(long deadLetter, @Nullable Integer job) {
        return transactions.execute(status -> {
            var jobs = job == null ? Set.<Integer>of() : Set.of(job);
            lock(jobs);
            jdbc.update(REPLAYED, deadLetter);
            count(List.of(), jobs);
            return progress(jobs);
        });
    }

    private List<Count> insert(CopyRows samples) {
        jdbc.execute(STAGE);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try (var rows = samples.stream()) {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, rows);
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("PostgreSQL did not take the rows", e);
            }
        });
        return jdbc.query(
                STORE,
                (row, index) -> new Count(
                        row.getInt("job"),
                        row.getInt("dataset"),
                        row.getInt("reason"),
                        row.getLong("count"),
                        row.getLong("outside")));
    }

    private void insert(NumberedBatch.Dead dead, Collection<Integer> recounted) {
        var letter = dead.letter();
        jdbc.update(
                STORE_DEAD_LETTER,
                letter.letterTopic(),
                letter.partition(),
                letter.offset(),
                letter.topic(),
                letter.key(),
                letter.value(),
                letter.cause(),
                letter.subject(),
                dead.job(),
                letter.outside(),
                Timestamp.from(letter.arrived()),
                letter.subject());
        if (dead.job() != null) {
            recounted.add(dead.job());
        }
    }

    private void lock(Set<Integer> jobs) {
        jdbc.query(LOCK, row -> {}, array(jobs));
    }

    private void count(List<Count> counts, Set<Integer> recounted) {
        for (var count : counts) {
            jdbc.update(COUNT, count.job(), count.dataset(), count.reason(), count.samples(), count.outside());
        }
        if (!recounted.isEmpty()) {
            jdbc.update(COUNT_DEAD, array(recounted));
        }
    }

    private List<JobProgressed> progress(Set<Integer> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        var accepted = new HashMap<Integer, Long>();
        var rejected = new HashMap<Integer, List<ReasonCount>>();
        var outside = new HashMap<Integer, Long>();
        jdbc.query(
                COUNTS,
                row -> {
                    int job = row.getInt("job");
                    long count = row.getLong("count");
                    outside.merge(job, row.getLong("outside"), Long::sum);
                    var stage = row.getString("stage");
                    if (stage == null) {
                        accepted.put(job, count);
                    } else {
                        rejected.computeIfAbsent(job, of -> new ArrayList<>())
                                .add(new ReasonCount(stage, row.getString("operator"), row.getString("reason"), count));
                    }
                },
                array(jobs));
        return jdbc.query(
                PROGRESS,
                (row, index) -> {
                    var reasons = rejected.getOrDefault(row.getInt("id"), List.of());
                    return new JobProgressed(
                            row.getString("name"),
                            row.getLong("sequence"),
                            accepted.getOrDefault(row.getInt("id"), 0L),
                            reasons.stream().mapToLong(ReasonCount::count).sum(),
                            row.getLong("dead_lettered"),
                            reasons,
                            row.getLong("outside_dead") + outside.getOrDefault(row.getInt("id"), 0L));
                },
                array(jobs));
    }

    private static Object array(Set<Integer> jobs) {
        return jobs.toArray(Integer[]::new);
    }
}
