package io.infinimill.generator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what the generator sends; a batch that is tried again counts again. */
@Component
class SampleMeters {

    private final Counter generated;
    private final Counter refused;

    SampleMeters(MeterRegistry registry) {
        generated = counter(registry, "generated");
        refused = counter(registry, "refused");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("infinimill.generator.samples")
                .description("samples sent to the filters, and those that the generator refused itself")
                .tag("outcome", outcome)
                .register(registry);
    }

    void generated(int samples) {
        generated.increment(samples);
    }

    void refused() {
        refused.increment();
    }
}
