package io.infinimill.serving.trace;

import io.infinimill.model.Sample;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Spans of samples. Where nothing collects them, and for every sample that is not drawn, there is no span and no header:
 * what is asked here then costs a comparison. A sample is drawn where it begins; its record carries {@code traceparent} (W3C
 * Trace Context) from hop to hop, also one that an outside producer has set.
 */
public final class SampleTraces implements AutoCloseable {

    private static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Headers> READ = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            var header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : text(header);
        }
    };

    private static final SampleTraces OFF = new SampleTraces(null);

    private final @Nullable OpenTelemetrySdk sdk;
    private final @Nullable Tracer tracer;

    private SampleTraces(@Nullable OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk == null ? null : sdk.getTracer("io.infinimill");
    }

    public static SampleTraces off() {
        return OFF;
    }

    static SampleTraces to(OpenTelemetrySdk sdk) {
        return new SampleTraces(sdk);
    }

    /** A sample that begins here, if it is drawn. */
    public Hop begin(String step, Sample sample) {
        return tracer == null ? Hop.NONE : span(tracer, step, Context.root(), SpanKind.PRODUCER, sample);
    }

    /** A sample that arrives with these headers, if it was drawn where it began. */
    public Hop follow(String step, Headers headers, Sample sample) {
        if (tracer == null || headers.lastHeader(HEADER) == null) {
            return Hop.NONE;
        }
        return span(tracer, step, W3C.extract(Context.root(), headers, READ), SpanKind.CONSUMER, sample);
    }

    private static Hop span(Tracer tracer, String step, Context parent, SpanKind kind, Sample sample) {
        var span = tracer.spanBuilder(step)
                .setParent(parent)
                .setSpanKind(kind)
                .setAttribute("infinimill.sample", sample.id())
                .setAttribute("infinimill.job", sample.jobId())
                .startSpan();
        return span.isRecording() ? new Hop(span) : Hop.NONE;
    }

    /** Sends what is not sent yet. */
    @Override
    public void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** A sample's stay in one step. */
    public static final class Hop {

        /** Of a sample that nobody follows. */
        public static final Hop NONE = new Hop(Span.getInvalid());

        private final Span span;

        private Hop(Span span) {
            this.span = span;
        }

        /** Whether somebody will see it. */
        public boolean isDrawn() {
            return span.isRecording();
        }

        /** Lets the next step go on from here. */
        public void into(Headers headers) {
            if (isDrawn()) {
                W3C.inject(Context.root().with(span), headers, (into, name, value) -> {
                    if (into != null) {
                        into.remove(name);
                        into.add(name, value.getBytes(StandardCharsets.US_ASCII));
                    }
                });
            }
        }

        /** @param outcome what became of the sample, such as {@code kept} or a reason code */
        public void end(String outcome) {
            if (isDrawn()) {
                span.setAttribute("infinimill.outcome", outcome);
                span.end();
            }
        }
    }
}
