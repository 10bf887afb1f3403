package io.infinimill.filter;

import io.infinimill.model.Sample;
import io.infinimill.serving.trace.SampleTraces;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What both processors of the step know, and the stores that they need. */
@Component
class Filtering {

    private final Jobs jobs;
    private final Templates templates;
    private final FilterMeters meters;
    private final SampleTraces traces;
    private final Duration patience;
    private final AtomicLong knowledge = new AtomicLong();

    Filtering(Jobs jobs, Templates templates, FilterMeters meters, SampleTraces traces, FilterSettings settings) {
        this.jobs = jobs;
        this.templates = templates;
        this.meters = meters;
        this.traces = traces;
        this.patience = settings.patience();
    }

    /** Walks a part of a recipe's filters. */
    @FunctionalInterface
    interface Walk {
        Decision decide(FilterChain chain, Sample sample, Claims claims);
    }

    /** Samples that wait may be able to go on. */
    void somethingBecameKnown() {
        knowledge.incrementAndGet();
    }

    /** Changes whenever a job or a template becomes known. */
    long knowledge() {
        return knowledge.get();
    }

    FilterMeters meters() {
        return meters;
    }

    SampleTraces traces() {
        return traces;
    }

    Duration patience() {
        return patience;
    }

    /** Samples as they come. */
    ProcessorSupplier<String, byte[], String, Outcome> arrivals() {
        Walk walk = (chain, sample, _) -> chain.arrive(sample, templates);
        return new Deciders(walk, "waiting-arrivals", null, Set.of(waiting("waiting-arrivals")));
    }

    /** Samples where all of their fingerprint meet. */
    ProcessorSupplier<String, byte[], String, Outcome> claims() {
        Walk walk = (chain, sample, claims) -> chain.claim(sample, templates, claims);
        var claims = Stores.keyValueStoreBuilder(store(FilterStep.CLAIMS), Serdes.String(), Serdes.String());
        return new Deciders(walk, "waiting-claims", FilterStep.CLAIMS, Set.of(waiting("waiting-claims"), claims));
    }

    Decision decide(Sample sample, Walk walk, Claims claims) {
        return switch (jobs.of(sample)) {
            case Jobs.Bound.Unknown(String cause) -> new Decision.Wait(cause);
            case Jobs.Bound.Refused(String cause) -> new Decision.Hopeless(cause);
            case Jobs.Bound.Ready ready -> walk.decide(ready.chain(), sample, claims);
        };
    }

    /** A sample that was kept, one hop further. */
    Sample through(Sample sample) {
        return jobs.of(sample) instanceof Jobs.Bound.Ready ready
                ? sample.through(ready.chain().hop())
                : sample;
    }

    private static StoreBuilder<?> waiting(String name) {
        return Stores.keyValueStoreBuilder(store(name), Serdes.String(), Serdes.ByteArray());
    }

    /** On disk: 75 bytes a fingerprint there instead of 170 of heap, and as fast; see decision 0003. */
    private static KeyValueBytesStoreSupplier store(String name) {
        return Stores.persistentKeyValueStore(name);
    }

    private final class Deciders implements ProcessorSupplier<String, byte[], String, Outcome> {

        private final Walk walk;
        private final String waiting;
        private final @Nullable String claims;
        private final Set<StoreBuilder<?>> stores;

        Deciders(Walk walk, String waiting, @Nullable String claims, Set<StoreBuilder<?>> stores) {
            this.walk = walk;
            this.waiting = waiting;
            this.claims = claims;
            this.stores = stores;
        }

        @Override
        public Processor<String, byte[], String, Outcome> get() {
            return new Deciding(Filtering.this, walk, waiting, claims);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return stores;
        }
    }
}
