package io.infinimill.filter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what the filters decide; a transaction that is tried again counts again. */
@Component
class FilterMeters {

    private static final String SAMPLES = "infinimill.filter.samples";

    private record Drop(String operator, String reason) {}

    private final MeterRegistry registry;
    private final Counter kept;
    private final Counter deadLettered;
    private final Map<Drop, Counter> dropped = new ConcurrentHashMap<>();

    FilterMeters(MeterRegistry registry) {
        this.registry = registry;
        kept = counter("kept", "", "");
        deadLettered = counter("dead-lettered", "", "");
    }

    void kept() {
        kept.increment();
    }

    void dropped(String operator, String reason) {
        dropped.computeIfAbsent(new Drop(operator, reason), drop -> counter("dropped", drop.operator(), drop.reason()))
                .increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    private Counter counter(String verdict, String operator, String reason) {
        return Counter.builder(SAMPLES)
                .description("samples by what became of them")
                .tag("verdict", verdict)
                .tag("operator", operator)
                .tag("reason", reason)
                .register(registry);
    }
}
