package io.infinimill.teacher.fake;

import java.util.Arrays;
import java.util.List;

/** Busy slots over time. */
final class SlotUse {

    private static final long BIN_NANOS = Tally.BIN.toNanos();

    private long start = -1;
    private long last;
    private int busy;
    private int busiest;
    private int longestQueue;
    private double[] slotNanos = new double[1024];

    void begin(long now) {
        if (start < 0) {
            start = now;
            last = now;
        }
    }

    void change(long now, int nowBusy, int waiting) {
        advance(now);
        busy = nowBusy;
        busiest = Math.max(busiest, nowBusy);
        longestQueue = Math.max(longestQueue, waiting);
    }

    int busiest() {
        return busiest;
    }

    int longestQueue() {
        return longestQueue;
    }

    /** Mean busy slots of each bin that is over. */
    List<Double> bins(long now) {
        if (start < 0) {
            return List.of();
        }
        advance(now);
        return Arrays.stream(slotNanos, 0, (int) ((now - start) / BIN_NANOS))
                .map(nanos -> nanos / BIN_NANOS)
                .boxed()
                .toList();
    }

    private void advance(long now) {
        while (last < now) {
            var bin = (int) ((last - start) / BIN_NANOS);
            var until = Math.min(now, start + (bin + 1) * BIN_NANOS);
            if (bin >= slotNanos.length) {
                slotNanos = Arrays.copyOf(slotNanos, bin * 2);
            }
            slotNanos[bin] += (double) busy * (until - last);
            last = until;
        }
    }
}
