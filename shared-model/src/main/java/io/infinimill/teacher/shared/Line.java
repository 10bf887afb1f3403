package io.infinimill.teacher.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/** One job's requests that wait for their turn, and how many have it. */
final class Line {

    private final Deque<Turn> turns = new ArrayDeque<>();
    private int inFlight;
    private long served;

    Line(long served) {
        this.served = served;
    }

    void enter(Turn turn, Place place) {
        if (place == Place.FRONT) {
            turns.addFirst(turn);
        } else {
            turns.addLast(turn);
        }
    }

    boolean leave(Turn turn) {
        return turns.remove(turn);
    }

    Turn serve() {
        inFlight++;
        served++;
        return turns.removeFirst();
    }

    Turn first() {
        return turns.getFirst();
    }

    void finished() {
        inFlight--;
    }

    int inFlight() {
        return inFlight;
    }

    int waiting() {
        return turns.size();
    }

    long served() {
        return served;
    }

    boolean isEmpty() {
        return turns.isEmpty() && inFlight == 0;
    }

    /** Where a request waits: one that is repeated, or goes on with a chat, has waited before. */
    enum Place {
        FRONT,
        BACK
    }

    /** A thread that waits. */
    static final class Turn {
        private final Thread thread = Thread.currentThread();
        private final long tokens;
        private volatile boolean granted;

        /** @param tokens what the request may cost */
        Turn(long tokens) {
            this.tokens = tokens;
        }

        long tokens() {
            return tokens;
        }

        void grant() {
            granted = true;
            LockSupport.unpark(thread);
        }

        void await() throws InterruptedException {
            while (!granted) {
                LockSupport.park(this);
                if (!granted && Thread.interrupted()) {
                    throw new InterruptedException("interrupted while waiting for a turn");
                }
            }
        }
    }
}
