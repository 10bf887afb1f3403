package io.infinimill.teacher.openai;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives up what takes too long as a whole; a socket's own timeout starts anew with every byte. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("teacher-deadlines").factory());

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    Deadline start(Duration limit, Runnable giveUp) {
        var over = new AtomicBoolean();
        var future = timer.schedule(
                () -> {
                    over.set(true);
                    giveUp.run();
                },
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
        return new Deadline(future, over);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Closed when the work is done. */
    record Deadline(Future<?> future, AtomicBoolean over) implements AutoCloseable {

        boolean isOver() {
            return over.get();
        }

        @Override
        public void close() {
            future.cancel(false);
        }
    }
}
