package io.infinimill.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Gets one batch done, with a second worker if the first is lost. */
final class Errand implements Callable<List<List<Outcome>>> {

    private final Batch batch;
    private final WorkerPool pool;
    private @Nullable Worker worker;
    private boolean cancelled;

    Errand(Batch batch, WorkerPool pool) {
        this.batch = batch;
        this.pool = pool;
    }

    Batch batch() {
        return batch;
    }

    @Override
    public List<List<Outcome>> call() throws InterruptedException {
        try {
            return attempt(batch.calls());
        } catch (WorkerLostException e) {
            var outcomes = new ArrayList<List<Outcome>>();
            for (var call : batch.calls()) {
                outcomes.add(attemptAgain(call));
            }
            return outcomes;
        }
    }

    /** Ends what is running, if it is. */
    synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.end();
        }
    }

    /** Alone, so that a call that takes its worker along takes no other call along. */
    private List<Outcome> attemptAgain(Call call) throws InterruptedException {
        try {
            return attempt(List.of(call)).getFirst();
        } catch (WorkerLostException e) {
            var lost = new Outcome.Failed("worker_lost", "two workers ended while they ran this call");
            return Collections.nCopies(call.argumentSets().size(), lost);
        }
    }

    private List<List<Outcome>> attempt(List<Call> calls) throws InterruptedException, WorkerLostException {
        var taken = pool.take();
        try {
            hold(taken);
            return taken.exchange(calls);
        } finally {
            letGo();
            pool.giveBack(taken);
        }
    }

    private synchronized void hold(Worker taken) throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled");
        }
        worker = taken;
    }

    private synchronized void letGo() {
        worker = null;
    }
}
