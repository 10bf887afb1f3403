package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply;
import io.infinimill.wire.Wire;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks for kept replies, and whether those who ask have a budget to keep, many with one query: hundreds of threads look at
 * the same time.
 */
@Component
class Lookups {

    private static final int MOST_AT_ONCE = 1000;
    private static final String FIND = "select request, reply from generator.reply where request = any (?)";

    private static final String BUDGETED = "select job_id from generator.budget where job_id = any (?)";

    private final JdbcTemplate jdbc;
    private final LinkedBlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
    private final Thread reader;

    Lookups(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
        reader = Thread.ofPlatform().name("teacher-lookups").daemon().start(this::read);
    }

    /**
     * What is known of a request before it is asked.
     *
     * @param budgeted whether the job has a budget
     */
    record Found(@Nullable ChatReply reply, boolean budgeted) {}

    private record Row(@Nullable String reply, boolean budgeted) {}

    private record Wanted(String jobId, String request, CompletableFuture<Row> found) {}

    Found find(String jobId, String request) {
        var wanted = new Wanted(jobId, request, new CompletableFuture<>());
        queue.add(wanted);
        var row = Awaited.join(wanted.found());
        return new Found(
                row.reply() == null ? null : Wire.MAPPER.readValue(row.reply(), ChatReply.class), row.budgeted());
    }

    @PreDestroy
    void close() throws InterruptedException {
        reader.interrupt();
        reader.join();
    }

    private void read() {
        var batch = new ArrayList<Wanted>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                answer(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            queue.drainTo(batch);
            batch.forEach(wanted -> Awaited.stop(wanted.found()));
        }
    }

    private void answer(List<Wanted> batch) {
        var found = new HashMap<String, String>();
        try {
            jdbc.query(
                    FIND,
                    row -> {
                        found.put(row.getString("request"), row.getString("reply"));
                    },
                    (Object) batch.stream().map(Wanted::request).toArray(String[]::new));
            var budgeted = Set.copyOf(jdbc.queryForList(BUDGETED, String.class, (Object)
                    batch.stream().map(Wanted::jobId).distinct().toArray(String[]::new)));
            batch.forEach(wanted ->
                    wanted.found().complete(new Row(found.get(wanted.request()), budgeted.contains(wanted.jobId()))));
        } catch (DataAccessException e) {
            batch.forEach(wanted -> wanted.found().completeExceptionally(e));
        }
    }
}
