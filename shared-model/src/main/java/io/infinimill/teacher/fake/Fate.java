package io.infinimill.teacher.fake;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** What chance decides about a request: first the fault, then the time. */
final class Fate {

    private Fate() {}

    static Optional<Fault> draw(Behaviour behaviour, RandomGenerator random) {
        if (behaviour.faults().isEmpty()) {
            return Optional.empty();
        }
        var at = random.nextDouble();
        for (var fault : Fault.values()) {
            at -= behaviour.faults().getOrDefault(fault, 0.0);
            if (at < 0) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    static long workNanos(Behaviour behaviour, RandomGenerator random) {
        var median = behaviour.median().toNanos();
        return median == 0 ? 0 : (long) (median * Math.exp(behaviour.sigma() * random.nextGaussian()));
    }
}
