package io.infinimill.serving.lag;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps {@code infinimill.kafka.lag} up to date. While Kafka does not answer, the last figures stay. */
final class LagMeters implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LagMeters.class);

    private final Map<String, Object> kafka;
    private final LagSettings settings;
    private final MultiGauge gauge;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Admin admin;

    LagMeters(Map<String, Object> kafka, LagSettings settings, MeterRegistry registry) {
        this.kafka = kafka;
        this.settings = settings;
        gauge = MultiGauge.builder("infinimill.kafka.lag")
                .description("records that a group has not done yet")
                .register(registry);
    }

    @Override
    public synchronized void start() {
        var opened = Admin.create(kafka);
        var lag = new GroupLag(opened, settings.groups());
        admin = opened;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lag").factory());
        var _ = timer.scheduleWithFixedDelay(
                () -> measure(lag), 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void measure(GroupLag lag) {
        try {
            gauge.register(
                    lag.measure().stream()
                            .map(each -> MultiGauge.Row.of(
                                    Tags.of("group", each.group(), "topic", each.topic()), each.records()))
                            .toList(),
                    true);
        } catch (ExecutionException | RuntimeException away) {
            LOG.debug("Kafka does not tell how far its groups are", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
        if (admin != null) {
            admin.close(java.time.Duration.ZERO);
            admin = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
