package io.infinimill.filter;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * samples.generated in, samples.filtered and samples.rejected out, exactly once. A sample walks its recipe's filters up
 * to the one that looks for duplicates, is sent to where all samples of its fingerprint meet, and walks on from there.
 *
 * <p>Jobs and templates reach every replica whole, by topics that it reads from their beginning before it starts. They
 * go to objects in memory and not to the stores that Kafka Streams has for them: those stay empty.
 */
@Component
class FilterStep {

    /** Where fingerprints are claimed, and which store knows the claims. */
    static final String CLAIMS = "claims";

    private static final Logger LOG = LoggerFactory.getLogger(FilterStep.class);

    private final Jobs jobs;
    private final Templates templates;
    private final Filtering filtering;

    FilterStep(Jobs jobs, Templates templates, Filtering filtering) {
        this.jobs = jobs;
        this.templates = templates;
        this.filtering = filtering;
    }

    Topology topology() {
        var builder = new StreamsBuilder();
        read(builder, Topics.JOBS_SUBMITTED, this::submit);
        read(builder, Topics.TEMPLATES_VERIFIED, this::announce);
        var arrived = builder.stream(Topics.SAMPLES_GENERATED, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(filtering.arrivals(), Named.as("arrivals"));
        var claimed = arrived.filter((_, outcome) -> outcome.isFor(CLAIMS))
                .mapValues(Outcome::event)
                .repartition(Repartitioned.<String, byte[]>as(CLAIMS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray()))
                .process(filtering.claims(), Named.as("claimed"));
        send(claimed.merge(arrived.filterNot((_, outcome) -> outcome.isFor(CLAIMS))));
        return builder.build();
    }

    private static void send(KStream<String, Outcome> outcomes) {
        outcomes.to(
                (_, outcome, _) -> outcome.topic(),
                Produced.with(Serdes.String(), Serdes.serdeFrom((_, outcome) -> outcome.event(), (topic, _) -> {
                    throw new UnsupportedOperationException(topic + " is only written");
                })));
    }

    private static void read(StreamsBuilder builder, String topic, Consumer<byte[]> reader) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(topic + "-unused"), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic,
                Consumed.with(Serdes.String(), Serdes.ByteArray()),
                () -> new Reading(topic, reader));
    }

    private void submit(byte[] event) {
        jobs.submit(Wire.read(event, JobSubmitted.class));
        filtering.somethingBecameKnown();
    }

    private void announce(byte[] event) {
        var announced = Wire.read(event, TemplateVerified.class);
        var template = announced.template();
        templates.announce(announced.dataset(), new AnnouncedTemplate(template.id(), template.generalQuestion()));
        filtering.somethingBecameKnown();
    }

    private record Reading(String topic, Consumer<byte[]> reader) implements Processor<String, byte[], Void, Void> {

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.value() == null) {
                return;
            }
            try {
                reader.accept(record.value());
            } catch (IllegalArgumentException e) {
                LOG.error(
                        "{}: the record with key {} is left out, its samples will not find it", topic, record.key(), e);
            }
        }
    }
}
