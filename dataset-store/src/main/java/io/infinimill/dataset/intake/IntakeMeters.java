package io.infinimill.dataset.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what is stored, for rates. */
final class IntakeMeters {

    private final MeterRegistry registry;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param counts what was new in the batch; the rest of its samples had been stored before */
    void count(Batch batch, List<Outcomes.Count> counts) {
        long accepted = counts.stream()
                .filter(count -> count.reason() == 0)
                .mapToLong(Outcomes.Count::samples)
                .sum();
        long fresh = counts.stream().mapToLong(Outcomes.Count::samples).sum();
        stored("accepted", accepted);
        stored("rejected", fresh - accepted);
        stored("known", batch.outcomes().size() - fresh);
        stored("dead", batch.deadLetters().size());
        stored("template", batch.templates().size());
    }

    private void stored(String outcome, long count) {
        registry.counter("infinimill.dataset.stored", "outcome", outcome).increment((double) count);
    }
}
