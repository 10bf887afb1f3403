package io.infinimill.serving.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SampleTracesTest {

    private static final Sample SAMPLE = new Sample(
            "sample-1",
            "job-1",
            "mine",
            Sample.MATH,
            null,
            null,
            null,
            null,
            null,
            null,
            "What is 1 and 1?",
            null,
            null,
            null,
            "2",
            new Provenance("hash", List.of()));

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Test
    void aHopIsTheChildOfTheOneBefore() {
        try (var traces = drawing(Sampler.alwaysOn())) {
            var headers = new RecordHeaders();
            var first = traces.begin("generate", SAMPLE);
            first.into(headers);
            first.end("generated");
            var second = traces.follow("filter", headers, SAMPLE);
            second.end("kept");

            assertThat(spans.getFinishedSpanItems())
                    .extracting(SpanData::getName)
                    .containsExactly("generate", "filter");
            var parent = spans.getFinishedSpanItems().getFirst();
            var child = spans.getFinishedSpanItems().getLast();
            assertThat(child.getTraceId()).isEqualTo(parent.getTraceId());
            assertThat(child.getParentSpanId()).isEqualTo(parent.getSpanId());
            assertThat(child.getAttributes().asMap().values()).contains("sample-1", "job-1", "kept");
        }
    }

    @Test
    void theNextRecordCarriesTheLastHopOnly() {
        try (var traces = drawing(Sampler.alwaysOn())) {
            var headers = new RecordHeaders();
            traces.begin("generate", SAMPLE).into(headers);
            traces.follow("filter", headers, SAMPLE).into(headers);

            assertThat(headers.headers("traceparent")).hasSize(1);
        }
    }

    @Test
    void aSampleThatIsNotDrawnHasNoHeaderAndNoSpanAnywhere() {
        try (var traces = drawing(Sampler.parentBased(Sampler.alwaysOff()))) {
            var headers = new RecordHeaders();
            var hop = traces.begin("generate", SAMPLE);
            hop.into(headers);
            hop.end("generated");

            assertThat(hop).isSameAs(SampleTraces.Hop.NONE);
            assertThat(headers).isEmpty();
            assertThat(traces.follow("filter", headers, SAMPLE)).isSameAs(SampleTraces.Hop.NONE);
            assertThat(spans.getFinishedSpanItems()).isEmpty();
        }
    }

    @Test
    void aTraceOfAnOutsideProducerGoesOn() {
        try (var traces = drawing(Sampler.parentBased(Sampler.alwaysOff()))) {
            var headers = new RecordHeaders();
            headers.add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(US_ASCII));
            traces.follow("filter", headers, SAMPLE).end("kept");

            assertThat(spans.getFinishedSpanItems())
                    .extracting(SpanData::getTraceId)
                    .containsExactly("0af7651916cd43dd8448eb211c80319c");
        }
    }

    @Test
    void whereNothingCollectsAHeaderIsLeftAsItIs() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "whatever".getBytes(US_ASCII));
        var hop = SampleTraces.off().follow("filter", headers, SAMPLE);
        hop.into(headers);
        hop.end("kept");

        assertThat(hop).isSameAs(SampleTraces.Hop.NONE);
        assertThat(SampleTraces.off().begin("generate", SAMPLE)).isSameAs(SampleTraces.Hop.NONE);
        assertThat(new String(headers.lastHeader("traceparent").value(), US_ASCII))
                .isEqualTo("whatever");
    }

    @Test
    void aMalformedHeaderBeginsATraceOfItsOwn() {
        try (var traces = drawing(Sampler.alwaysOn())) {
            var headers = new RecordHeaders();
            headers.add("traceparent", "whatever".getBytes(US_ASCII));
            traces.follow("filter", headers, SAMPLE).end("kept");

            assertThat(spans.getFinishedSpanItems())
                    .singleElement()
                    .satisfies(span -> assertThat(span.getParentSpanId()).isEqualTo("0000000000000000"));
        }
    }

    @Test
    void linesOfTheLogSayWhatTheyAreAbout() {
        try (var _ = About.sample(SAMPLE)) {
            assertThat(MDC.get("job")).isEqualTo("job-1");
            assertThat(MDC.get("sample")).isEqualTo("sample-1");
        }
        assertThat(MDC.get("job")).isNull();
        assertThat(MDC.get("sample")).isNull();
    }

    private SampleTraces drawing(Sampler sampler) {
        return SampleTraces.to(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
    }
}
