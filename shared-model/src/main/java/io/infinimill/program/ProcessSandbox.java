package io.infinimill.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs programs with the CPython and the bubblewrap of this machine.
 *
 * <p>Measured on 2 cores with 2 workers: see the decision record; the order of magnitude is 100,000 executions/s of one
 * simple program, 30,000 different simple programs/s, 1,000 others/s.
 */
public final class ProcessSandbox implements Sandbox {

    private static final Path TOOLS = Path.of("/usr/bin");

    private final int workers;
    private final WorkerPool pool;
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();

    private ProcessSandbox(SandboxSettings settings) {
        workers = settings.workers();
        pool = new WorkerPool(settings, WorkerCommand.of(settings, TOOLS));
    }

    /**
     * Starts the workers, about 0.1 s each.
     *
     * @throws SandboxUnavailableException if bubblewrap, python3 or setpriv is missing, or the kernel refuses
     */
    public static ProcessSandbox start(SandboxSettings settings) {
        return new ProcessSandbox(settings);
    }

    @Override
    public List<List<Outcome>> runAll(List<Call> calls) throws InterruptedException {
        pool.refuseIfClosed();
        var outcomes = calls.stream()
                .map(call -> new Outcome[call.argumentSets().size()])
                .toList();
        var errands = Batch.split(calls, workers).stream()
                .map(batch -> new Errand(batch, pool))
                .toList();
        var futures = new ArrayList<Future<List<List<Outcome>>>>();
        var done = false;
        try {
            for (var errand : errands) {
                futures.add(runners.submit(errand));
            }
            for (var i = 0; i < errands.size(); i++) {
                var pieces = errands.get(i).batch().pieces();
                var results = result(futures.get(i));
                for (var j = 0; j < pieces.size(); j++) {
                    var from = pieces.get(j).from();
                    for (var outcome : results.get(j)) {
                        outcomes.get(pieces.get(j).call())[from++] = outcome;
                    }
                }
            }
            done = true;
        } finally {
            if (!done) {
                futures.forEach(future -> future.cancel(true));
                errands.forEach(Errand::cancel);
            }
        }
        return outcomes.stream().map(Arrays::asList).toList();
    }

    @Override
    public void close() {
        runners.shutdownNow();
        pool.close();
        runners.close();
    }

    private <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            pool.refuseIfClosed();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a batch of programs was not run", e);
        }
    }
}
