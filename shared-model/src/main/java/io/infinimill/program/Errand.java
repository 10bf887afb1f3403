package io.infinimill.program;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets one batch done, with a second worker if the first is lost. */
final class Errand {

    private final Batch batch;
    private final WorkerPool pool;
    private final List<Outcome[]> outcomes;
    private @Nullable Worker worker;
    private boolean cancelled;

    /**
     * An errand to be run.
     *
     * @param outcomes where outcomes go, per call and argument set
     */
    Errand(Batch batch, WorkerPool pool, List<Outcome[]> outcomes) {
        this.batch = batch;
        this.pool = pool;
        this.outcomes = outcomes;
    }

    void run() throws InterruptedException {
        try {
            var results = attempt(batch.calls());
            for (var i = 0; i < results.size(); i++) {
                deliver(batch.pieces().get(i), results.get(i));
            }
        } catch (WorkerLostException e) {
            for (var piece : batch.pieces()) {
                deliver(piece, attemptAgain(piece.part()));
            }
        }
    }

    private void deliver(Batch.Piece piece, List<Outcome> results) {
        for (var i = 0; i < results.size(); i++) {
            outcomes.get(piece.call())[piece.from() + i] = results.get(i);
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
