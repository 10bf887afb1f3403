package io.infinimill.serving.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Traces are collected where OpenTelemetry's own variables say so, which all its tools share: {@code OTEL_EXPORTER_OTLP_ENDPOINT} turns
 * them on; {@code OTEL_TRACES_SAMPLER_ARG} is the share of samples that is drawn, one in a hundred without it.
 */
@AutoConfiguration
class TraceConfiguration {

    private static final List<String> COLLECTORS =
            List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");

    private static final Map<String, String> UNLESS_SAID = Map.of(
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.traces.sampler", "parentbased_traceidratio",
            "otel.traces.sampler.arg", "0.01",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    @Bean(destroyMethod = "close")
    SampleTraces sampleTraces(Environment environment) {
        var collectors = new HashMap<String, String>();
        for (var name : COLLECTORS) {
            var address = environment.getProperty(name, "");
            if (!address.isBlank()) {
                collectors.put(name, address);
            }
        }
        return collectors.isEmpty() ? SampleTraces.off() : SampleTraces.to(sdk(environment, collectors));
    }

    private static OpenTelemetrySdk sdk(Environment environment, Map<String, String> collectors) {
        var settings = new HashMap<>(UNLESS_SAID);
        settings.putAll(collectors);
        settings.put("otel.service.name", environment.getProperty("spring.application.name", "infinimill"));
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> settings)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }
}
