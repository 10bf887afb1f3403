package io.infinimill.teacher.shared;

import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.TeacherException;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Gives turns: as many at once as the search allows, as the rates allow, and while the teacher is not down. */
final class Gate implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Lines lines = new Lines();
    private final Ledger ledger = new Ledger();
    private final ConcurrencySearch search;
    private final Rates rates;
    private final Outage outage;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("teacher-turns").factory());
    private boolean timed;

    Gate(SharingSettings settings) {
        var now = System.nanoTime();
        search = new ConcurrencySearch(settings.firstInFlight(), settings.mostInFlight(), now);
        rates = new Rates(settings, now);
        outage = new Outage(settings.longestWait());
    }

    /** Waits for a turn and takes it. */
    Line.Turn enter(String job, ChatRequest request, Line.Place place) throws InterruptedException {
        var turn = new Line.Turn(Rates.mostTokens(request));
        lock.lock();
        try {
            lines.enter(job, turn, place);
            giveTurns();
        } finally {
            lock.unlock();
        }
        try {
            turn.await();
            return turn;
        } catch (InterruptedException e) {
            giveUp(job, turn);
            throw e;
        }
    }

    void replied(String job, Line.Turn turn, long nanos, Usage used) {
        leave(job, () -> {
            outage.answered();
            rates.settle(turn.tokens(), used);
            ledger.replied(nanos, used);
            search.replied(System.nanoTime(), nanos);
        });
    }

    void failed(String job, Line.Turn turn, long nanos, TeacherException failure) {
        leave(job, () -> {
            var now = System.nanoTime();
            rates.settle(turn.tokens(), Usage.NONE);
            ledger.failed(failure);
            switch (failure) {
                case TeacherException.Overloaded busy -> {
                    outage.answered();
                    search.overloaded(now);
                }
                case TeacherException.Unavailable down -> {
                    outage.failed(now);
                    search.failed(now);
                }
                case TeacherException.TimedOut slow -> {
                    outage.failed(now);
                    search.timedOut(now, nanos);
                }
                case TeacherException.Refused there -> outage.answered();
                case TeacherException.Unreadable there -> outage.answered();
            }
        });
    }

    /** The request was given up; nothing is known of the teacher. */
    void abandoned(String job, Line.Turn turn) {
        leave(job, () -> {
            outage.abandoned();
            rates.settle(turn.tokens(), Usage.NONE);
        });
    }

    boolean isUp() {
        lock.lock();
        try {
            return outage.state() == Outage.State.UP;
        } finally {
            lock.unlock();
        }
    }

    TeacherHealth health(String model, int retrying) {
        lock.lock();
        try {
            var state = outage.state().name().toLowerCase(Locale.ROOT);
            return ledger.health(model, state, search.limit(), lines, retrying);
        } finally {
            lock.unlock();
        }
    }

    private void leave(String job, Runnable account) {
        lock.lock();
        try {
            lines.finished(job);
            account.run();
            giveTurns();
            if (lines.inFlight() < search.limit()) {
                search.unfilled(System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(String job, Line.Turn turn) {
        lock.lock();
        try {
            if (lines.leave(job, turn)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        abandoned(job, turn);
    }

    private void giveTurns() {
        while (lines.waiting() > 0 && lines.inFlight() < search.limit()) {
            var now = System.nanoTime();
            var wait = Math.max(rates.waitNanos(now), outage.waitNanos(now));
            if (wait > 0) {
                tryAgainIn(wait);
                return;
            }
            var line = lines.next().orElseThrow();
            outage.asked();
            rates.take(line.first().tokens());
            lines.serve(line).grant();
        }
    }

    private void tryAgainIn(long nanos) {
        if (timed || timer.isShutdown()) {
            return;
        }
        timed = true;
        var _ = timer.schedule(this::giveTurnsInTime, nanos, TimeUnit.NANOSECONDS);
    }

    private void giveTurnsInTime() {
        lock.lock();
        try {
            timed = false;
            giveTurns();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
