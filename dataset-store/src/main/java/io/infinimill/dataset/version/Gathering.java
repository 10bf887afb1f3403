package io.infinimill.dataset.version;

import io.infinimill.dataset.RefusedRequest;
import io.infinimill.dataset.Split;
import io.infinimill.dataset.archive.Key;
import io.infinimill.wire.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the accepted samples of a dataset and keeps those that a selection asks for. */
final class Gathering {

    private static final String SAMPLES = """
            select samples.number, samples.id, samples.content, samples.origin, origins.template
            from dataset.samples join dataset.origins on origins.id = samples.origin
            where samples.dataset = ? and samples.reason is null
                and (?::text is null or origins.style = ?)
                and (?::text is null or origins.seed_set = ?)
                and (?::uuid[] is null or origins.template = any (?))
            """;

    private static final String BY_ID = "order by samples.id";

    private static final String ORIGINS =
            "select id, template, style, seed_set, recipe_hash from dataset.origins where dataset = ?";

    private static final int FETCHED = 10_000;

    private final JdbcTemplate jdbc;
    private final Datasets datasets;

    Gathering(DataSource dataSource, Datasets datasets) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCHED);
        this.datasets = datasets;
    }

    record Gathered(Membership members, String contentHash, Summary summary) {}

    Gathered gather(int dataset, Selection selection) {
        var taken = new Taken(selection);
        boolean capped = selection.maxPerTemplate() != null || selection.sampleLimit() != null;
        var templates = selection.templateIds() == null
                ? null
                : selection.templateIds().stream().map(Key::of).toArray(UUID[]::new);
        jdbc.query(
                capped ? SAMPLES + BY_ID : SAMPLES,
                row -> {
                    taken.offer(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getInt(4),
                            row.getObject(5, UUID.class));
                },
                dataset,
                selection.style(),
                selection.style(),
                selection.seedSet(),
                selection.seedSet(),
                templates,
                templates);
        if (taken.samples == 0) {
            throw new RefusedRequest(
                    "no accepted sample for selection %s\nMaybe wait until the job has stored some, or select less narrowly"
                            .formatted(Wire.MAPPER.writeValueAsString(selection)));
        }
        return new Gathered(taken.members, taken.hash.hex(), summary(dataset, taken));
    }

    private Summary summary(int dataset, Taken taken) {
        var styles = new TreeMap<String, Long>();
        var seedSets = new TreeMap<String, Long>();
        var splits = new TreeMap<>(taken.splits);
        var recipes = new TreeSet<String>();
        var templates = new HashSet<UUID>();
        jdbc.query(
                ORIGINS,
                row -> {
                    var count = taken.byOrigin.get(row.getInt("id"));
                    if (count != null) {
                        plus(styles, row.getString("style"), count);
                        plus(seedSets, row.getString("seed_set"), count);
                        recipes.add(row.getString("recipe_hash"));
                        var template = row.getObject("template", UUID.class);
                        if (template != null) {
                            templates.add(template);
                            plus(splits, Split.of(template).label(), count);
                        }
                    }
                },
                dataset);
        return new Summary(
                taken.samples,
                templates.size(),
                splits,
                styles,
                seedSets,
                List.copyOf(recipes),
                datasets.rejected(dataset));
    }

    private static void plus(Map<String, Long> counts, @Nullable String name, long count) {
        counts.merge(name == null ? "none" : name, count, Long::sum);
    }

    /** What was kept so far. */
    private static final class Taken {

        private final Selection selection;
        private final Membership members = Membership.empty();
        private final ContentHash hash = new ContentHash();
        private final Map<Integer, Long> byOrigin = new HashMap<>();
        private final Map<UUID, Integer> byTemplate = new HashMap<>();
        private final Map<String, Long> splits = new TreeMap<>();
        private long samples;

        Taken(Selection selection) {
            this.selection = selection;
        }

        void offer(long number, UUID id, UUID content, int origin, @Nullable UUID template) {
            if (full(template)) {
                return;
            }
            members.add(number);
            hash.add(content);
            byOrigin.merge(origin, 1L, Long::sum);
            samples++;
            if (template == null) {
                plus(splits, Split.of(id).label(), 1);
            }
        }

        private boolean full(@Nullable UUID template) {
            if (selection.sampleLimit() != null && samples >= selection.sampleLimit()) {
                return true;
            }
            return selection.maxPerTemplate() != null
                    && template != null
                    && byTemplate.merge(template, 1, Integer::sum) > selection.maxPerTemplate();
        }
    }
}
