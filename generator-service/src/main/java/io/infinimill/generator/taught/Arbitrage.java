package io.infinimill.generator.taught;

import io.infinimill.generator.TrackRecord;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Chooses the teacher that gives a template for the least money, or for the fewest tokens where none costs money, by
 * Thompson sampling (Thompson 1933; Multilingual Arbitrage, arXiv:2408.14960, routes by measured reward likewise): each
 * teacher's rate of success is drawn from what is known of it, so that a little known or seldom asked one gets its chance.
 */
public final class Arbitrage {

    private Arbitrage() {}

    public static String choose(List<String> teachers, Map<String, TrackRecord> records, RandomGenerator random) {
        boolean free = records.values().stream().allMatch(record -> record.money() == 0);
        var best = teachers.getFirst();
        var least = Double.POSITIVE_INFINITY;
        for (var teacher : teachers) {
            var record = records.getOrDefault(teacher, TrackRecord.NONE);
            double cost = perTry(record, free) / beta(random, record);
            if (cost < least) {
                best = teacher;
                least = cost;
            }
        }
        return best;
    }

    /** A teacher of which nothing is known costs nothing yet, and is tried. */
    private static double perTry(TrackRecord record, boolean free) {
        return record.tried() == 0 ? 0 : (free ? record.tokens() : record.money()) / record.tried();
    }

    private static double beta(RandomGenerator random, TrackRecord record) {
        double success = gamma(random, record.succeeded() + 1);
        double failure = gamma(random, Math.max(0, record.tried() - record.succeeded()) + 1);
        return success / (success + failure);
    }

    /** Marsaglia and Tsang, A Simple Method for Generating Gamma Variables (2000), for shapes of at least 1. */
    private static double gamma(RandomGenerator random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
