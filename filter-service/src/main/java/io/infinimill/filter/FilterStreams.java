package io.infinimill.filter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the topology while the application runs. A thread that fails is replaced; where all have failed, for example
 * because the broker was away for long, everything is started again.
 */
final class FilterStreams implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FilterStreams.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Topology topology;
    private final Properties properties;
    private final SourceTopics sources;
    private final Duration closeTimeout;
    private final MeterRegistry meters;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics streamsMeters;

    FilterStreams(
            Topology topology,
            Properties properties,
            SourceTopics sources,
            Duration closeTimeout,
            MeterRegistry meters) {
        this.topology = topology;
        this.properties = properties;
        this.sources = sources;
        this.closeTimeout = closeTimeout;
        this.meters = meters;
        Gauge.builder("infinimill.filter.claims", this, FilterStreams::claims)
                .description("fingerprints that this process knows, about")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        sources.await();
        var started = new KafkaStreams(topology, properties);
        started.setUncaughtExceptionHandler(e -> {
            LOG.error("a filter thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.setStateListener((now, _) -> {
            if (now == KafkaStreams.State.ERROR) {
                Thread.ofVirtual().name("filter-restart").start(() -> restart(started));
            }
        });
        streamsMeters = new KafkaStreamsMetrics(started);
        streamsMeters.bindTo(meters);
        streams = started;
        started.start();
    }

    @Override
    public synchronized void stop() {
        if (streamsMeters != null) {
            streamsMeters.close();
            streamsMeters = null;
        }
        if (streams != null) {
            streams.close(closeTimeout);
            streams = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** What Kafka Streams says of itself. */
    synchronized String state() {
        return streams == null ? "STOPPED" : streams.state().name();
    }

    synchronized boolean works() {
        return streams != null && streams.state().isRunningOrRebalancing();
    }

    private void restart(KafkaStreams failed) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            if (failed.equals(streams)) {
                LOG.warn("Kafka Streams is started again");
                stop();
                start();
            }
        }
    }

    private double claims() {
        KafkaStreams current;
        synchronized (this) {
            current = streams;
        }
        if (current == null || current.state() != KafkaStreams.State.RUNNING) {
            return Double.NaN;
        }
        try {
            return current.store(StoreQueryParameters.fromNameAndType(
                            FilterStep.CLAIMS, QueryableStoreTypes.<String, String>keyValueStore()))
                    .approximateNumEntries();
        } catch (InvalidStateStoreException e) {
            return Double.NaN;
        }
    }
}
