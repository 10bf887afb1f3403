package io.infinimill.program;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A fixed number of workers. One that ended is replaced when its turn comes. */
final class WorkerPool implements AutoCloseable {

    /** A worker gives a sign after 64 simple executions of at most 0.1 s, or the wall time of any other. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final WorkerOrigin origin;
    private final WorkerSource source;
    private final Duration patience;
    private final BlockingQueue<Worker> idle = new LinkedBlockingQueue<>();
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts the workers and watches them. The kernel ends a worker with the thread that started it, so that none outlives
     * us: that thread has to be a platform thread that lives as long as the pool.
     */
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-keeper").factory());

    WorkerPool(SandboxSettings settings, WorkerOrigin origin, WorkerSource source) {
        this.origin = origin;
        this.source = source;
        this.patience = settings.wallTime().plus(SILENCE);
        try {
            for (var i = 0; i < settings.workers(); i++) {
                idle.add(start());
            }
        } catch (SandboxUnavailableException e) {
            close();
            throw e;
        }
        var _ = keeper.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    /** A live worker, for the caller alone until {@link #giveBack}; waits for one. */
    Worker take() throws InterruptedException {
        refuseIfClosed();
        var worker = idle.take();
        if (worker.isReady()) {
            return worker;
        }
        try {
            worker.end();
            return start();
        } catch (RuntimeException e) {
            idle.add(worker);
            throw e;
        }
    }

    void giveBack(Worker worker) {
        idle.add(worker);
    }

    void refuseIfClosed() {
        if (closed) {
            throw closed();
        }
    }

    private static SandboxUnavailableException closed() {
        return new SandboxUnavailableException("the sandbox is closed");
    }

    @Override
    public void close() {
        closed = true;
        keeper.shutdown();
        workers.forEach(Worker::end);
        try {
            for (var worker : workers) {
                worker.awaitEnd(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker start() {
        refuseIfClosed();
        var worker = launch();
        if (closed) {
            worker.end();
        }
        worker.greet(source, origin.advice());
        return worker;
    }

    private Worker launch() {
        try {
            return keeper.submit(() -> {
                        var worker = new Worker(origin.open());
                        workers.add(worker);
                        return worker;
                    })
                    .get();
        } catch (RejectedExecutionException e) {
            throw closed();
        } catch (ExecutionException e) {
            throw new SandboxUnavailableException(
                    "Programs cannot be run: %s\n%s".formatted(e.getCause(), origin.advice()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxUnavailableException("interrupted while a worker was started");
        }
    }

    private void watch() {
        workers.forEach(worker -> worker.endIfSilent(patience));
        workers.removeIf(Worker::hasEnded);
    }
}
