package io.infinimill.generator.template;

import io.infinimill.model.Template;
import io.infinimill.wire.Wire;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored templates, and what each seed became under which decouplers. */
@Component
public class Templates {

    private static final String INSERT = """
            insert into generator.template (id, seed_set, template) values (?, ?, ?::jsonb) on conflict do nothing
            """;
    private static final String INSERT_DECOUPLING = """
            insert into generator.decoupling (seed_id, operators, template_id, operator, reason, detail)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String DECOUPLINGS = """
            select d.seed_id, t.template, d.operator, d.reason, d.detail
            from generator.decoupling d left join generator.template t on t.id = d.template_id
            where d.operators = ? and d.seed_id = any (?)
            """;
    private static final String BY_ID = "select template from generator.template where id = ?";
    private static final String PAGE = """
            select ordinal, template from generator.template
            where ordinal > ? and (?::text is null or seed_set = ?) order by ordinal limit ?
            """;
    private static final String ANNOUNCED = """
            select template_id from generator.announcement where dataset = ? and template_id = any (?)
            """;
    private static final String ANNOUNCE = """
            insert into generator.announcement (dataset, template_id) values (?, ?) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    Templates(JdbcTemplate jdbc, Flyway generatorMigrations) {
        this.jdbc = jdbc;
    }

    /**
     * What a seed became: a verified template, or the operator that refused it and why.
     *
     * @param seedId the seed
     * @param template null where it was refused
     * @param operator who refused it, or null
     * @param reason stable code, or null
     */
    public record Decoupled(
            String seedId,
            @Nullable Template template,
            @Nullable String operator,
            @Nullable String reason,
            @Nullable String detail) {}

    record Placed(long ordinal, Template template) {}

    /** @param operators the decouplers as they print themselves */
    public Map<String, Decoupled> find(String operators, Collection<String> seedIds) {
        var found = new HashMap<String, Decoupled>();
        jdbc.query(
                DECOUPLINGS,
                row -> {
                    var template = row.getString("template");
                    found.put(
                            row.getString("seed_id"),
                            new Decoupled(
                                    row.getString("seed_id"),
                                    template == null ? null : Wire.MAPPER.readValue(template, Template.class),
                                    row.getString("operator"),
                                    row.getString("reason"),
                                    row.getString("detail")));
                },
                operators,
                seedIds.toArray(String[]::new));
        return found;
    }

    @Transactional
    public void store(String operators, Collection<Decoupled> decoupled) {
        jdbc.batchUpdate(
                INSERT,
                decoupled.stream()
                        .map(Decoupled::template)
                        .filter(Objects::nonNull)
                        .map(template -> new Object[] {
                            template.id(), template.seed().set(), Wire.MAPPER.writeValueAsString(template)
                        })
                        .toList());
        jdbc.batchUpdate(
                INSERT_DECOUPLING,
                decoupled.stream()
                        .map(result -> new @Nullable Object[] {
                            result.seedId(),
                            operators,
                            result.template() == null ? null : result.template().id(),
                            result.operator(),
                            result.reason(),
                            result.detail()
                        })
                        .toList());
    }

    public Optional<Template> find(String id) {
        return jdbc.queryForList(BY_ID, String.class, id).stream()
                .findFirst()
                .map(json -> Wire.MAPPER.readValue(json, Template.class));
    }

    List<Placed> page(@Nullable String seedSet, long afterOrdinal, int limit) {
        return jdbc.query(
                PAGE,
                (row, index) -> new Placed(
                        row.getLong("ordinal"), Wire.MAPPER.readValue(row.getString("template"), Template.class)),
                afterOrdinal,
                seedSet,
                seedSet,
                limit);
    }

    /** Those of the templates that the dataset's readers were told of. */
    public Set<String> announced(String dataset, Collection<String> templateIds) {
        return jdbc.queryForList(ANNOUNCED, String.class, dataset, templateIds.toArray(String[]::new)).stream()
                .collect(Collectors.toSet());
    }

    public void announce(String dataset, Collection<String> templateIds) {
        jdbc.batchUpdate(
                ANNOUNCE,
                templateIds.stream().map(id -> new Object[] {dataset, id}).toList());
    }
}
