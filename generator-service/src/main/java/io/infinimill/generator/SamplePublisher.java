package io.infinimill.generator;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateRequested;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.SampleTraces;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends what the generate step makes; returns when the broker has it. */
@Component
class SamplePublisher {

    private final KafkaTemplate<String, byte[]> kafka;
    private final Templates templates;
    private final SampleTraces traces;
    private final SampleMeters meters;

    SamplePublisher(
            KafkaTemplate<String, byte[]> kafka, Templates templates, SampleTraces traces, SampleMeters meters) {
        this.kafka = kafka;
        this.templates = templates;
        this.traces = traces;
        this.meters = meters;
    }

    /** Announces those of the templates that the job's dataset has not seen. */
    void announce(Job job, List<Template> used) {
        var fresh = new LinkedHashMap<String, Template>();
        used.forEach(template -> fresh.putIfAbsent(template.id(), template));
        fresh.keySet().removeAll(templates.announced(job.dataset(), List.copyOf(fresh.keySet())));
        var sent = fresh.values().stream()
                .map(template -> send(
                        Topics.TEMPLATES_VERIFIED,
                        template.id(),
                        new TemplateVerified(job.id(), job.dataset(), template)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
        templates.announce(job.dataset(), fresh.keySet());
    }

    void send(List<ScaleTemplates.Scaled> scaled, List<SampleRejected> refused) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var result : scaled) {
            for (SampleGenerated event : result.generated()) {
                sent.add(generate(event));
            }
            meters.generated(result.generated().size());
            result.rejected().forEach(event -> sent.add(reject(event)));
        }
        refused.forEach(event -> sent.add(reject(event)));
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    /** Asks for the templates of seeds that need a teacher. */
    void request(List<TemplateRequested> orders) {
        CompletableFuture.allOf(orders.stream()
                        .map(order ->
                                send(Topics.TEMPLATES_REQUESTED, order.seed().id(), order))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Hands the order back once its seed is decided. */
    void resubmit(TemplateRequested order) {
        send(
                        Topics.SEEDS_SUBMITTED,
                        order.seed().id(),
                        new SeedSubmitted(order.jobId(), order.seed(), order.firstVariant(), order.variants()))
                .join();
    }

    private CompletableFuture<?> generate(SampleGenerated event) {
        var record =
                new ProducerRecord<>(Topics.SAMPLES_GENERATED, event.sample().id(), Wire.write(event));
        var hop = traces.begin("generate", event.sample());
        hop.into(record.headers());
        hop.end("generated");
        return kafka.send(record);
    }

    private CompletableFuture<?> reject(SampleRejected event) {
        meters.refused();
        return send(Topics.SAMPLES_REJECTED, event.sample().id(), event);
    }

    private CompletableFuture<?> send(String topic, String key, Object event) {
        return kafka.send(topic, key, Wire.write(event));
    }
}
