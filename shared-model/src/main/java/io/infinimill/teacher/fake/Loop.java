package io.infinimill.teacher.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread that waits for sockets, moments and errands, so that nothing it calls needs a lock. */
final class Loop implements AutoCloseable {

    private record Moment(long nanos, long order, Runnable errand) implements Comparable<Moment> {

        @Override
        public int compareTo(Moment other) {
            var byTime = Long.compare(nanos, other.nanos);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Selector selector;
    private final PriorityQueue<Moment> moments = new PriorityQueue<>();
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private long order;
    private volatile boolean closed;

    Loop(String name) throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Selector selector() {
        return selector;
    }

    /** From any thread. */
    void execute(Runnable errand) {
        errands.add(errand);
        selector.wakeup();
    }

    /** On the loop's thread only. */
    void at(long nanos, Runnable errand) {
        moments.add(new Moment(nanos, order++, errand));
    }

    private void run() {
        try {
            while (!closed) {
                select();
                for (var errand = errands.poll(); errand != null; errand = errands.poll()) {
                    errand.run();
                }
                for (var next = moments.peek();
                        next != null && next.nanos <= System.nanoTime();
                        next = moments.peek()) {
                    moments.poll();
                    next.errand.run();
                }
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void select() throws IOException {
        var next = moments.peek();
        if (next == null) {
            selector.select(Loop::handle);
            return;
        }
        var wait = next.nanos - System.nanoTime();
        if (wait <= 0) {
            selector.selectNow(Loop::handle);
        } else {
            selector.select(Loop::handle, Math.ceilDiv(wait, NANOS_PER_MILLI));
        }
    }

    private static void handle(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Runnable errand) {
            errand.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
