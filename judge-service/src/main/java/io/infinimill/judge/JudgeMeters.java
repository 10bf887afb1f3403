package io.infinimill.judge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what the judges find; a batch that is tried again counts again. */
@Component
class JudgeMeters {

    private static final String SAMPLES = "infinimill.judge.samples";

    private record Rejection(String operator, String reason) {}

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter deadLettered;
    private final Map<Rejection, Counter> rejected = new ConcurrentHashMap<>();

    JudgeMeters(MeterRegistry registry) {
        this.registry = registry;
        accepted = counter("accepted", "", "");
        deadLettered = counter("dead-lettered", "", "");
    }

    void accepted() {
        accepted.increment();
    }

    void rejected(String operator, String reason) {
        rejected.computeIfAbsent(
                        new Rejection(operator, reason),
                        rejection -> counter("rejected", rejection.operator(), rejection.reason()))
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
