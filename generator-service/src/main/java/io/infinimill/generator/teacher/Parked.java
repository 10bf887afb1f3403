package io.infinimill.generator.teacher;

import io.infinimill.model.TemplateRequested;
import io.infinimill.wire.Wire;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for templates whose job stands still. */
@Component
public class Parked {

    private static final String INSERT = """
            insert into generator.parked (job_id, seed_id, first_variant, request) values (?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String READY = """
            select p.request from generator.parked p join generator.job j on j.id = p.job_id
            where j.state <> 'paused' limit ? for update of p skip locked
            """;
    private static final String DELETE =
            "delete from generator.parked where job_id = ? and seed_id = ? and first_variant = ?";

    private final JdbcTemplate jdbc;

    Parked(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    public void park(TemplateRequested request) {
        jdbc.update(
                INSERT,
                request.jobId(),
                request.seed().id(),
                first(request),
                Wire.MAPPER.writeValueAsString(request));
    }

    /** Sends those whose job goes on, and forgets them when they are sent. */
    @Transactional
    public void unpark(int limit, Consumer<List<TemplateRequested>> send) {
        var ready = jdbc.queryForList(READY, String.class, limit).stream()
                .map(json -> Wire.MAPPER.readValue(json, TemplateRequested.class))
                .toList();
        if (ready.isEmpty()) {
            return;
        }
        send.accept(ready);
        jdbc.batchUpdate(
                DELETE,
                ready.stream()
                        .map(request -> new Object[] {
                            request.jobId(), request.seed().id(), first(request)
                        })
                        .toList());
    }

    private static int first(TemplateRequested request) {
        var first = request.firstVariant();
        return first == null ? 0 : first;
    }
}
