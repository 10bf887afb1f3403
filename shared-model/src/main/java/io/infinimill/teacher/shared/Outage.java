package io.infinimill.teacher.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a teacher counts as down: half of its last requests failed by it. Then nobody asks for a while, and then a few,
 * to see; the first that is answered brings it back. Not safe for use by several threads.
 */
final class Outage {

    enum State {
        UP,
        DOWN,
        TRYING
    }

    private static final int LAST = 50;
    private static final int FEWEST = 10;
    private static final int LOOKS = 3;
    private static final int WAITS_IN_THE_LONGEST = 10;

    private final long waitNanos;
    private final Deque<Boolean> last = new ArrayDeque<>();
    private int failures;
    private State state = State.UP;
    private long downUntil;
    private int looks;

    /** @param longest between two attempts of a request; a teacher that is down is looked at more often */
    Outage(Duration longest) {
        waitNanos = longest.toNanos() / WAITS_IN_THE_LONGEST;
    }

    State state() {
        return state;
    }

    /** Nanoseconds until somebody may ask; 0 for now. */
    long waitNanos(long now) {
        return switch (state) {
            case UP -> 0;
            case DOWN -> Math.max(0, downUntil - now);
            case TRYING -> looks < LOOKS ? 0 : waitNanos;
        };
    }

    /** Somebody asks, who was told not to wait. */
    void asked() {
        if (state == State.DOWN) {
            state = State.TRYING;
            looks = 0;
        }
        if (state == State.TRYING) {
            looks++;
        }
    }

    /** The teacher is there, whatever it said. */
    void answered() {
        if (state != State.UP) {
            state = State.UP;
            last.clear();
            failures = 0;
        }
        remember(false);
    }

    void failed(long now) {
        remember(true);
        if (state == State.TRYING || (last.size() >= FEWEST && failures * 2 >= last.size())) {
            state = State.DOWN;
            downUntil = now + waitNanos;
        }
    }

    /** Somebody asked and went away. */
    void abandoned() {
        looks = Math.max(0, looks - 1);
    }

    private void remember(boolean failure) {
        last.addLast(failure);
        failures += failure ? 1 : 0;
        if (last.size() > LAST && last.removeFirst()) {
            failures--;
        }
    }
}
