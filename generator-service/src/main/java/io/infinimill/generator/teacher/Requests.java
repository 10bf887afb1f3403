package io.infinimill.generator.teacher;

import io.infinimill.model.TemplateRequested;
import io.infinimill.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for templates that are worked on or wait for their job: each is here once, whoever sent it how often. */
@Component
public class Requests {

    private static final String NEW_OWNER = "select nextval('generator.request_owner')";
    private static final String TAKE = """
            insert into generator.request (job_id, seed_id, first_variant, owner, request)
            select taken.job_id, taken.seed_id, taken.first_variant, ?, taken.request
            from unnest(?::text[], ?::text[], ?::integer[], ?::text[])
                as taken (job_id, seed_id, first_variant, request)
            on conflict do nothing returning job_id, seed_id, first_variant
            """;
    private static final String PARK = """
            update generator.request set owner = null where job_id = ? and seed_id = ? and first_variant = ?
            """;
    private static final String DONE =
            "delete from generator.request where job_id = ? and seed_id = ? and first_variant = ?";
    private static final String LEFT = """
            select r.request from generator.request r join generator.job j on j.id = r.job_id
            where case when r.owner is null then j.state <> 'paused' else r.owner not in (
                select l.objid::bigint::integer from pg_locks l
                where l.locktype = 'advisory' and l.classid = ? and l.granted
                    and l.database = (select oid from pg_database where datname = current_database())) end
            limit ? for update of r skip locked
            """;

    private final JdbcTemplate jdbc;

    Requests(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    private record Key(String jobId, String seedId, int firstVariant) {

        static Key of(TemplateRequested request) {
            return new Key(request.jobId(), request.seed().id(), first(request));
        }
    }

    int newOwner() {
        return Objects.requireNonNull(jdbc.queryForObject(NEW_OWNER, Integer.class));
    }

    /** Makes requests the owner's, and returns those of them that nobody has. */
    @Transactional
    public List<TemplateRequested> take(int owner, List<TemplateRequested> requests) {
        var byKey = new LinkedHashMap<Key, TemplateRequested>();
        requests.forEach(request -> byKey.putIfAbsent(Key.of(request), request));
        var fresh = List.copyOf(byKey.values());
        return jdbc
                .query(
                        TAKE,
                        (row, index) ->
                                new Key(row.getString("job_id"), row.getString("seed_id"), row.getInt("first_variant")),
                        owner,
                        fresh.stream().map(TemplateRequested::jobId).toArray(String[]::new),
                        fresh.stream().map(request -> request.seed().id()).toArray(String[]::new),
                        fresh.stream().map(Requests::first).toArray(Integer[]::new),
                        fresh.stream().map(Wire.MAPPER::writeValueAsString).toArray(String[]::new))
                .stream()
                .map(key -> Objects.requireNonNull(byKey.get(key)))
                .toList();
    }

    /** Lets a request wait until its job goes on. */
    public void park(TemplateRequested request) {
        jdbc.update(PARK, request.jobId(), request.seed().id(), first(request));
    }

    public void done(TemplateRequested request) {
        jdbc.update(DONE, request.jobId(), request.seed().id(), first(request));
    }

    /** Sends those again whose job goes on or whose owner is gone, and forgets them when they are sent. */
    @Transactional
    public void resend(int limit, Consumer<List<TemplateRequested>> send) {
        var left = jdbc.queryForList(LEFT, String.class, TeachLease.KIND, limit).stream()
                .map(json -> Wire.MAPPER.readValue(json, TemplateRequested.class))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                DONE,
                left.stream()
                        .map(request ->
                                new Object[] {request.jobId(), request.seed().id(), first(request)})
                        .toList());
        send.accept(left);
    }

    private static int first(TemplateRequested request) {
        var first = request.firstVariant();
        return first == null ? 0 : first;
    }
}
