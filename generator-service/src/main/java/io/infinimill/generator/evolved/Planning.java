package io.infinimill.generator.evolved;

import io.infinimill.generator.Evolver.Plan;
import io.infinimill.model.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of which seed: each mutation gets its share of the seeds, and new topics go where the set is thin.
 *
 * @param topics that new topics are taken from
 * @param round 1 for the first new problem of each seed
 */
public record Planning(List<Mutation> mutations, List<String> topics, int round) {

    public Plan plan(Seed seed, Map<String, Long> counts) {
        var mutation = mutations.get((int) (Coverage.share("mutation", seed.id(), round) * mutations.size()));
        return new Plan(seed, mutation.label(), mutation == Mutation.NEW_TOPIC ? thinnest(seed, counts) : own(seed));
    }

    private static @Nullable String own(Seed seed) {
        return seed.attributes() == null ? null : seed.attributes().get("topic");
    }

    /** What the other mutations add to each topic is counted before. */
    private String thinnest(Seed seed, Map<String, Long> counts) {
        double fresh = 1.0 / mutations.size();
        var grown = new HashMap<String, Long>();
        long seeds = counts.values().stream().mapToLong(Long::longValue).sum();
        counts.forEach((topic, count) -> grown.put(topic, Math.round(count * (2 - fresh))));
        return Coverage.of(topics, grown, seeds * fresh).topic(seed.id(), round);
    }
}
