package io.infinimill.generator.evolved;

import io.infinimill.model.Hash;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many new problems each topic gets, so that the set grows where it is thin: the thinnest topics are filled up to a
 * common level, as water fills a vessel with an uneven floor. Which seed goes to which topic is drawn by its id, so that a
 * seed that is worked on again goes to the same.
 */
final class Coverage {

    private static final int BITS = 53;

    private final Map<String, Double> quotas;

    private Coverage(Map<String, Double> quotas) {
        this.quotas = quotas;
    }

    /**
     * @param topics those that may get new problems, at least one
     * @param counts how many problems each topic has
     * @param fresh how many new problems there will be
     */
    static Coverage of(List<String> topics, Map<String, Long> counts, double fresh) {
        var floor = topics.stream()
                .mapToDouble(topic -> counts.getOrDefault(topic, 0L))
                .sorted()
                .toArray();
        double level = 0;
        double below = 0;
        for (int filled = 1; filled <= floor.length; filled++) {
            below += floor[filled - 1];
            level = (Math.max(fresh, 1) + below) / filled;
            if (filled < floor.length && level <= floor[filled]) {
                break;
            }
        }
        var quotas = new LinkedHashMap<String, Double>();
        for (var topic : topics) {
            quotas.put(topic, Math.max(0, level - counts.getOrDefault(topic, 0L)));
        }
        return new Coverage(quotas);
    }

    /** How many new problems a topic gets. */
    double quota(String topic) {
        return quotas.getOrDefault(topic, 0.0);
    }

    /** The topic of the new problem of a seed. */
    String topic(String seedId, int round) {
        double all = quotas.values().stream().mapToDouble(Double::doubleValue).sum();
        double place = share("topic", seedId, round) * all;
        var last = "";
        for (var quota : quotas.entrySet()) {
            if (quota.getValue() > 0) {
                last = quota.getKey();
                place -= quota.getValue();
                if (place < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** A number from 0 to below 1 that depends on a seed and a round. */
    static double share(String what, String seedId, int round) {
        var hash = new BigInteger(Hash.of(what, seedId, Integer.toString(round)).substring(0, 16), 16);
        return hash.shiftRight(64 - BITS).doubleValue() / (1L << BITS);
    }
}
