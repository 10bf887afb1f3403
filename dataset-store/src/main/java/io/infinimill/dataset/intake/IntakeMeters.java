package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Origins.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is stored, for rates. */
final class IntakeMeters {

    private final MeterRegistry registry;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param counts what was new in the batch; the rest of its samples had been stored before */
    void count(Batch batch, List<Outcomes.Count> counts, Map<Integer, Reason> reasons) {
        long accepted = counts.stream()
                .filter(count -> count.reason() == 0)
                .mapToLong(Outcomes.Count::samples)
                .sum();
        long fresh = counts.stream().mapToLong(Outcomes.Count::samples).sum();
        stored("accepted", accepted);
        stored("rejected", fresh - accepted);
        stored("known", batch.outcomes().size() - fresh);
        stored("dead", batch.deadLetters().size());
        counts.forEach(count -> rejected(reasons.get(count.reason()), count.samples()));
        stored("template", batch.templates().size());
    }

    private void rejected(@Nullable Reason reason, long count) {
        if (reason != null) {
            registry.counter(
                            "infinimill.dataset.rejected",
                            "stage",
                            reason.stage(),
                            "operator",
                            reason.operator(),
                            "reason",
                            reason.reason())
                    .increment((double) count);
        }
    }

    private void stored(String outcome, long count) {
        registry.counter("infinimill.dataset.stored", "outcome", outcome).increment((double) count);
    }
}
