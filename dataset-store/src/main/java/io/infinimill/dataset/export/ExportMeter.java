package io.infinimill.dataset.export;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts the bytes that exports send. */
final class ExportMeter {

    private final MeterRegistry registry;

    ExportMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void sent(String format, long bytes) {
        registry.counter("infinimill.dataset.export.bytes", "format", format).increment((double) bytes);
    }
}
