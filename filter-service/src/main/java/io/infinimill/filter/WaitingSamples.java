package io.infinimill.filter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Samples of one task whose job or template is not known yet, each with the time until which it may wait. */
final class WaitingSamples {

    private final KeyValueStore<String, byte[]> store;
    private long firstDeadline;
    private long knowledge = -1;

    WaitingSamples(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Tries again with a sample that waited. */
    @FunctionalInterface
    interface Attempt {

        /** Whether the sample need not wait any longer. */
        boolean done(String sampleId, byte[] event, long deadline);
    }

    void add(String sampleId, byte[] event, long deadline) {
        store.put(
                sampleId,
                ByteBuffer.allocate(Long.BYTES + event.length)
                        .putLong(deadline)
                        .put(event)
                        .array());
        firstDeadline = Math.min(firstDeadline, deadline);
    }

    /** Tries all again if anything became known since the last time, or if the time of one is up. */
    void tryAgain(long now, long knowledge, Attempt attempt) {
        if (this.knowledge == knowledge && now < firstDeadline) {
            return;
        }
        this.knowledge = knowledge;
        firstDeadline = Long.MAX_VALUE;
        for (var waiting : all()) {
            var bytes = ByteBuffer.wrap(waiting.value);
            long deadline = bytes.getLong();
            var event = new byte[bytes.remaining()];
            bytes.get(event);
            if (attempt.done(waiting.key, event, deadline)) {
                store.delete(waiting.key);
            } else {
                firstDeadline = Math.min(firstDeadline, deadline);
            }
        }
    }

    private List<KeyValue<String, byte[]>> all() {
        var all = new ArrayList<KeyValue<String, byte[]>>();
        try (var iterator = store.all()) {
            iterator.forEachRemaining(all::add);
        }
        return all;
    }
}
