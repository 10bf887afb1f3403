package io.infinimill.generator.taught;

import io.infinimill.generator.TrackRecord;
import io.infinimill.model.Hash;
import io.infinimill.model.Seed;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Which teachers are asked about a seed, in which order. */
public enum Routing {
    /** The first teacher. */
    FIXED,
    /** Each its share of the seeds. */
    ROUND_ROBIN,
    /** The next where one fails. */
    CASCADE,
    /** The one that lately gave a template for the least, by topic. */
    ARBITRAGE;

    /**
     * @param routing as recipes write it
     * @throws IllegalArgumentException when it is unknown
     */
    public static Routing of(String routing) {
        return switch (routing) {
            case "fixed" -> FIXED;
            case "round-robin" -> ROUND_ROBIN;
            case "cascade" -> CASCADE;
            case "arbitrage" -> ARBITRAGE;
            default ->
                throw new IllegalArgumentException(
                        "routing is '%s'; known: arbitrage, cascade, fixed, round-robin".formatted(routing));
        };
    }

    /** @param records of the teachers of which something is known, with problems of the seed's topic */
    public List<String> route(List<String> teachers, Seed seed, Map<String, TrackRecord> records) {
        return switch (this) {
            case FIXED -> List.of(teachers.getFirst());
            case ROUND_ROBIN -> List.of(teachers.get(Math.floorMod(seed.id().hashCode(), teachers.size())));
            case CASCADE -> teachers;
            case ARBITRAGE ->
                List.of(Arbitrage.choose(
                        teachers,
                        records,
                        new SplittableRandom(Hash.of("arbitrage", seed.id()).hashCode())));
        };
    }
}
