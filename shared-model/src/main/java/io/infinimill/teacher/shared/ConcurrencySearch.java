package io.infinimill.teacher.shared;

/**
 * Finds how many requests in flight a teacher is worth, by the replies they bring. It knows neither slots nor queues:
 * while more in flight bring more replies a second it goes up, and else it slowly comes down, so it stays where the teacher
 * has just enough to do. It begins with few, adds one for each reply that comes about as fast as the fastest, and then doubles,
 * since a teacher with one slot may need minutes for what one with hundreds answers at once. Then it goes to and fro between a lower and a higher number and compares
 * their rates; both are above what the teacher needs, so that looking costs nothing but a short queue.
 *
 * <p>The numbers were chosen by simulation of teachers with 1 to 1,000 slots and log-normal latencies (sigma 0.2 to 1), and
 * of one that slows down as it fills ({@code ConcurrencySearchTest}). Not safe for use by several threads.
 */
final class ConcurrencySearch {

    /** The higher number in a comparison is this much above the lower. */
    private static final double SPAN = 1.25;

    /** The gain of rate, as a logarithm, that counts as one; the whole span would be 0.22. */
    private static final double GAIN = 0.04;

    /** A gain that chance alone hardly brings; several of them in a row make the steps longer. */
    private static final double STRONG_GAIN = 0.12;

    private static final double STEP_UP = 0.10;
    private static final double STEP_DOWN = 0.03;
    private static final int MOST_STEPS_UP = 4;
    private static final int MOST_STEPS_DOWN = 3;

    /** Replies in a comparison, per request in flight; and the fewest. */
    private static final int REPLIES_PER_PLACE = 3;

    private static final int FEWEST_REPLIES = 300;

    /** Before it doubles, a reply adds a place when it took at most so many times as long as the fastest, up to so many places. */
    private static final double PROMPT = 4;

    private static final int MOST_BEFORE_DOUBLING = 32;

    /** Doubling goes on while it brings this much more, and ends when it has not twice in a row. */
    private static final double DOUBLING_GAIN = 1.25;

    private static final int DOUBLING_MISSES = 2;

    /** It ends at once where replies take so long, and so many times as long as the fastest: they stand in a queue. */
    private static final double LONG_NANOS = 5e9;

    private static final double QUEUED = 6;

    /** What is added to the places that the latency before the misses would need. */
    private static final double FIRST_MARGIN = 1.3;

    private static final int FURTHEST_BACK = 16;

    /** More overload than this share of a window is a sign of the limit, less is the teacher's own affair. */
    private static final double OVERLOADED_SHARE = 0.1;

    private static final int FEWEST_OVERLOADED = 10;
    private static final double OVERLOADED_CUT = 0.85;

    /** Likewise of requests that ran out of time while others are answered: they stood in a queue, and the work on them is lost. */
    private static final double TIMED_OUT_SHARE = 0.1;

    private static final int FEWEST_TIMED_OUT = 3;

    /** Where others got their replies in less than this share of its time, the request was lost and stood in no queue. */
    private static final double LATE_SHARE = 0.5;

    private static final double TIMED_OUT_CUT = 0.5;

    private final int most;
    private int limit;
    private double lower;
    private boolean high;
    private double lowerRate;
    private int streak;

    private boolean doubling = true;
    private long fastest = Long.MAX_VALUE;
    private double bestRate;
    private int misses;
    private double goodLatency;
    private int goodReplies;

    private Window window;

    ConcurrencySearch(int first, int most, long now) {
        this.most = most;
        limit = Math.min(first, most);
        lower = limit;
        window = new Window(now, 0);
    }

    int limit() {
        return limit;
    }

    void replied(long now, long latencyNanos) {
        if (window.settled(now)) {
            window.reply(now, latencyNanos);
        }
        if (doubling && bestRate == 0) {
            open(latencyNanos);
        }
        if (doubling && window.replies >= Math.max(limit, 16)) {
            endDoubling(now);
        } else if (!doubling && window.replies >= Math.max(REPLIES_PER_PLACE * limit, FEWEST_REPLIES)) {
            compare(now);
        }
    }

    /** A request that brought no reply. */
    void failed(long now) {
        window.settled(now);
    }

    /** A request that the teacher sent away for having too much to do. */
    void overloaded(long now) {
        window.settled(now);
        window.overloaded++;
        if (window.overloaded >= FEWEST_OVERLOADED
                && window.overloaded > OVERLOADED_SHARE * (window.replies + window.overloaded)) {
            cut(OVERLOADED_CUT, now);
        }
    }

    /**
     * A request that the teacher did not answer in time. Those that were under way with it may run out of time for the same
     * reason and count no more.
     */
    void timedOut(long now, long waitedNanos) {
        if (!window.settled(now) || window.isPrompt(now, waitedNanos)) {
            return;
        }
        window.timedOut++;
        if (window.timedOut >= FEWEST_TIMED_OUT
                && window.timedOut > TIMED_OUT_SHARE * (window.replies + window.timedOut)) {
            cut(TIMED_OUT_CUT, now);
        }
    }

    private void open(long latencyNanos) {
        fastest = Math.min(fastest, latencyNanos);
        if (limit < Math.min(most, MOST_BEFORE_DOUBLING)
                && latencyNanos < LONG_NANOS
                && latencyNanos <= PROMPT * fastest) {
            limit++;
        }
    }

    private void cut(double share, long now) {
        doubling = false;
        lower = Math.max(1, limit * share / (high ? SPAN : 1));
        streak = 0;
        turnTo(high, now);
    }

    /** There was less to ask than the limit allows, so a comparison would tell nothing. */
    void unfilled(long now) {
        window = new Window(now, 0);
    }

    private void endDoubling(long now) {
        var rate = window.rate(now);
        if (rate < bestRate * DOUBLING_GAIN) {
            misses++;
        } else {
            misses = 0;
            goodLatency += window.latency;
            goodReplies += window.replies;
        }
        bestRate = Math.max(bestRate, rate);
        boolean queued = window.latency > window.replies * Math.max(LONG_NANOS, QUEUED * fastest);
        if (misses == DOUBLING_MISSES || limit == most || queued) {
            doubling = false;
            lower = misses == 0 && !queued ? most / SPAN : firstEstimate();
            turnTo(true, now);
        } else {
            limit = (int) Math.min(most, 2L * limit);
            window = new Window(now, 0);
        }
    }

    /** Rate times latency is the number in flight (Little's law), here of a time when nothing had to queue. */
    private double firstEstimate() {
        var needed = FIRST_MARGIN * bestRate * goodLatency / Math.max(1, goodReplies);
        return Math.max(1, Math.clamp(needed, (double) limit / FURTHEST_BACK, limit / 2.0));
    }

    private void compare(long now) {
        var rate = window.rate(now);
        if (!high) {
            lowerRate = rate;
        } else if (lowerRate > 0) {
            step(Math.log(rate / lowerRate));
        }
        turnTo(!high, now);
    }

    private void step(double gain) {
        if (gain > GAIN) {
            streak = gain > STRONG_GAIN ? Math.max(1, streak + 1) : 1;
            lower *= 1 + STEP_UP * Math.min(MOST_STEPS_UP, streak);
        } else {
            streak = Math.min(-1, streak - 1);
            lower *= 1 - STEP_DOWN * Math.clamp(-streak - 2, 1, MOST_STEPS_DOWN);
        }
        lower = Math.clamp(lower, 1, Math.max(1, most / SPAN));
    }

    /** What is under way now tells nothing of the new number. */
    private void turnTo(boolean higher, long now) {
        int underWay = limit;
        high = higher;
        limit = Math.clamp((int) Math.ceil(lower * (high ? SPAN : 1)), 1, most);
        window = new Window(now, Math.max(underWay, limit));
    }

    /** What came back since some moment; the first replies still belong to the number in flight before. */
    private static final class Window {
        private long start;
        private int unsettled;
        private int replies;
        private long lastReply;
        private int overloaded;
        private int timedOut;
        private double latency;

        Window(long start, int unsettled) {
            this.start = start;
            this.unsettled = unsettled;
        }

        boolean settled(long now) {
            if (unsettled == 0) {
                return true;
            }
            unsettled--;
            start = now;
            return false;
        }

        void reply(long now, long latencyNanos) {
            lastReply = now;
            replies++;
            latency += latencyNanos;
        }

        /** Whether others got replies while a request waited in vain, and early ones. */
        boolean isPrompt(long now, long waitedNanos) {
            return replies > 0 && now - lastReply < waitedNanos && latency < LATE_SHARE * waitedNanos * replies;
        }

        double rate(long now) {
            return (double) replies / Math.max(1, now - start);
        }
    }
}
