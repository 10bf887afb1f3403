package io.infinimill.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a share group. It works on all records that it took at once, each on a virtual thread; tells the broker
 * again and again that it still does; and takes new ones when all are done. See ops/decisions for what that costs.
 */
final class SharedRecords {

    private static final Logger log = LoggerFactory.getLogger(SharedRecords.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long AFTER_A_FAULT_MILLIS = 1000;

    /** What is done with a record; it is acknowledged when this returns, and given back when it throws. */
    interface Work {
        void on(ConsumerRecord<String, byte[]> record) throws InterruptedException;
    }

    private record Place(int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    private record Held(Thread thread, CompletableFuture<AcknowledgeType> end) {}

    private final String topic;
    private final Map<String, Object> properties;
    private final TeachSettings settings;
    private final Work work;
    private final Map<Place, Held> held = new LinkedHashMap<>();
    private final Thread thread;
    private volatile boolean stopped;

    SharedRecords(String group, String topic, Map<String, Object> shared, TeachSettings settings, Work work) {
        this.topic = topic;
        this.settings = settings;
        this.work = work;
        properties = new HashMap<>(shared);
        List.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG)
                .forEach(properties::remove);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.seedsAtOnce());
        thread = Thread.ofPlatform().name(group).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
    }

    void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try (var consumer = new KafkaShareConsumer<String, byte[]>(properties)) {
                consumer.subscribe(List.of(topic));
                consume(consumer);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the share group's consumer begins anew: {}", e.toString());
                pause();
            }
        }
    }

    private void consume(KafkaShareConsumer<String, byte[]> consumer) throws InterruptedException {
        while (!stopped) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            consumer.poll(POLL).forEach(records::add);
            records.forEach(record -> held.computeIfAbsent(Place.of(record), _ -> begin(record)));
            await(settings.renewal());
            if (stopped) {
                await(settings.grace());
            }
            for (var record : records) {
                consumer.acknowledge(record, state(record));
            }
            held.values().removeIf(one -> one.end().isDone());
            if (stopped) {
                consumer.commitSync();
                held.values().forEach(one -> one.thread().interrupt());
                held.clear();
            }
        }
    }

    private AcknowledgeType state(ConsumerRecord<String, byte[]> record) {
        var one = held.get(Place.of(record));
        var unfinished = stopped ? AcknowledgeType.RELEASE : AcknowledgeType.RENEW;
        return one == null ? AcknowledgeType.RELEASE : one.end().getNow(unfinished);
    }

    private Held begin(ConsumerRecord<String, byte[]> record) {
        var end = new CompletableFuture<AcknowledgeType>();
        var worker = Thread.ofVirtual().name("teach-" + record.key()).start(() -> {
            try {
                work.on(record);
                end.complete(AcknowledgeType.ACCEPT);
            } catch (InterruptedException | RuntimeException e) {
                log.warn("{}-{}@{} is given back: {}", topic, record.partition(), record.offset(), e.toString());
                end.complete(AcknowledgeType.RELEASE);
            }
        });
        return new Held(worker, end);
    }

    /** Until all are done, or that long. */
    private void await(Duration time) throws InterruptedException {
        var all = CompletableFuture.allOf(
                held.values().stream().map(Held::end).toArray(CompletableFuture[]::new));
        try {
            all.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.trace("not all are done yet", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_A_FAULT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
