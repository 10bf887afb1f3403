package io.infinimill.teacher.fake;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a fake teacher behaves. Everything random is drawn from the seed, the request's bytes and how often they came, so
 * the same questions meet the same fate in whatever order they are asked.
 *
 * @param slots how many requests are worked on at once; others wait in the order they came
 * @param queue how many may wait; more are answered 429
 * @param median of the log-normal time that a slot works on a request; zero answers at once
 * @param sigma of the logarithm of that time
 * @param faults the share of requests that meets each fault
 * @param retryAfter what a 429 advises
 */
public record Behaviour(
        int slots,
        int queue,
        Duration median,
        double sigma,
        Map<Fault, Double> faults,
        Duration retryAfter,
        long seed) {

    public Behaviour {
        faults = Map.copyOf(faults);
        var sum = faults.values().stream().mapToDouble(Double::doubleValue).sum();
        if (slots < 1 || queue < 0 || median.isNegative() || sigma < 0 || sum > 1) {
            throw new IllegalArgumentException(
                    "no teacher has %d slots, a queue of %d, latency %s, sigma %s and faults %s"
                            .formatted(slots, queue, median, sigma, faults));
        }
    }

    /** Answers at once whatever comes. */
    public static Behaviour instant() {
        return slots(Integer.MAX_VALUE, Duration.ZERO, 0);
    }

    public static Behaviour slots(int slots, Duration median, double sigma) {
        return new Behaviour(slots, Integer.MAX_VALUE, median, sigma, Map.of(), Duration.ofSeconds(1), 1);
    }

    /** The same with this share of one fault more. */
    public Behaviour with(Fault fault, double share) {
        var more = new EnumMap<Fault, Double>(Fault.class);
        more.putAll(faults);
        more.put(fault, share);
        return new Behaviour(slots, queue, median, sigma, more, retryAfter, seed);
    }

    public Behaviour withQueue(int places) {
        return new Behaviour(slots, places, median, sigma, faults, retryAfter, seed);
    }

    public Behaviour withRetryAfter(Duration advice) {
        return new Behaviour(slots, queue, median, sigma, faults, advice, seed);
    }

    /** The same, slower or faster by a factor. */
    public Behaviour slowedBy(double factor) {
        var slow = Duration.ofNanos((long) (median.toNanos() * factor));
        return new Behaviour(slots, queue, slow, sigma, faults, retryAfter, seed);
    }
}
