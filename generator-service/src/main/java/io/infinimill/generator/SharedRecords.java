package io.infinimill.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a share group that takes records while it has room, and acknowledges them as soon as they are taken. It
 * leaves the group while it has no room, so that no record waits here for a lock to run out.
 */
final class SharedRecords {

    private static final Logger log = LoggerFactory.getLogger(SharedRecords.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LONGEST_WITHOUT_ROOM_SECONDS = 5;
    private static final long AFTER_A_FAULT_MILLIS = 1000;

    /** What members of other groups may have and a share consumer refuses: {@code ShareConsumerConfig}. */
    private static final List<String> NOT_FOR_SHARE_GROUPS = List.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);

    private final String topic;
    private final int atOnce;
    private final Semaphore room;
    private final Map<String, Object> properties;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> take;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable String fault;

    /**
     * @param room a permit for each record that may be taken; what takes records uses them up
     * @param take makes records its own, durably; they are given back when it throws
     */
    SharedRecords(
            String group,
            String topic,
            int atOnce,
            Semaphore room,
            Map<String, Object> shared,
            Consumer<List<ConsumerRecord<String, byte[]>>> take) {
        this.topic = topic;
        this.atOnce = atOnce;
        this.room = room;
        this.take = take;
        properties = new HashMap<>(shared);
        NOT_FOR_SHARE_GROUPS.forEach(properties::remove);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        thread = Thread.ofPlatform().name(group).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Why nothing is taken now, or null: it has ended by itself, or its last attempt failed. */
    @Nullable
    String fault() {
        return thread.isAlive() ? fault : "it has ended";
    }

    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                if (!hasRoom()) {
                    continue;
                }
                try (var consumer = new KafkaShareConsumer<String, byte[]>(properties)) {
                    consumer.subscribe(List.of(topic));
                    while (!stopped && hasRoom()) {
                        poll(consumer);
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the share group's consumer begins anew: {}", e.toString());
                fault = e.toString();
                pause();
            }
        }
    }

    private void poll(KafkaShareConsumer<String, byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        consumer.poll(POLL).forEach(records::add);
        fault = null;
        if (records.isEmpty()) {
            return;
        }
        var end = AcknowledgeType.RELEASE;
        try {
            take.accept(records);
            end = AcknowledgeType.ACCEPT;
        } finally {
            for (var record : records) {
                consumer.acknowledge(record, end);
            }
            consumer.commitSync();
        }
    }

    /** Whether as many records fit as may come at once; waits a little for it. */
    private boolean hasRoom() throws InterruptedException {
        if (!room.tryAcquire(atOnce, LONGEST_WITHOUT_ROOM_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        room.release(atOnce);
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_A_FAULT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
