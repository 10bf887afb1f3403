package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply;
import io.infinimill.wire.Wire;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks for kept replies, many with one query: hundreds of threads look at the same time. */
@Component
class Lookups {

    private static final int MOST_AT_ONCE = 1000;
    private static final String FIND = "select request, reply from generator.reply where request = any (?)";

    private final JdbcTemplate jdbc;
    private final LinkedBlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
    private final Thread reader;

    Lookups(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
        reader = Thread.ofPlatform().name("teacher-lookups").daemon().start(this::read);
    }

    private record Wanted(String request, CompletableFuture<@Nullable String> found) {}

    Optional<ChatReply> find(String request) {
        var wanted = new Wanted(request, new CompletableFuture<>());
        queue.add(wanted);
        try {
            return Optional.ofNullable(wanted.found().join()).map(json -> Wire.MAPPER.readValue(json, ChatReply.class));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
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
            batch.forEach(
                    wanted -> wanted.found().completeExceptionally(new IllegalStateException("the generator stops")));
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
            batch.forEach(wanted -> wanted.found().complete(found.get(wanted.request())));
        } catch (DataAccessException e) {
            batch.forEach(wanted -> wanted.found().completeExceptionally(e));
        }
    }
}
