package io.infinimill.teacher.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A teacher with slots and a queue, and a job that asks it as the search allows, in time that does not pass. */
final class SimulatedTeacher {

    private static final double NANOS = 1e9;

    private record Reply(double at, double asked) {}

    private final Random random;
    private final double sigma;
    private int slots;

    /** Seconds of one reply's median at a number of busy slots. */
    private IntToDoubleFunction median;

    private final PriorityQueue<Reply> working = new PriorityQueue<>((one, other) -> Double.compare(one.at, other.at));
    private final Deque<Double> queue = new ArrayDeque<>();
    private double now;
    private double busySeconds;
    private final List<Integer> limits = new ArrayList<>();

    SimulatedTeacher(long seed, int slots, double sigma, IntToDoubleFunction median) {
        random = new Random(seed);
        this.slots = slots;
        this.sigma = sigma;
        this.median = median;
    }

    void change(int changedSlots, IntToDoubleFunction changedMedian) {
        slots = changedSlots;
        median = changedMedian;
    }

    /** Asks until there are so many replies more, and returns the share of slot time that was worked. */
    double ask(ConcurrencySearch search, int replies) {
        limits.clear();
        var start = now;
        busySeconds = 0;
        for (var i = 0; i < replies; i++) {
            while (working.size() + queue.size() < search.limit()) {
                queue.add(now);
                work();
            }
            var reply = working.remove();
            busySeconds += Math.min(working.size() + 1, slots) * (reply.at - now);
            now = reply.at;
            work();
            search.replied((long) (now * NANOS), (long) ((now - reply.asked) * NANOS));
            limits.add(search.limit());
        }
        return busySeconds / slots / (now - start);
    }

    /** The middle one of the limits during the last run. */
    int medianLimit() {
        return limits.stream().sorted().skip(limits.size() / 2).findFirst().orElseThrow();
    }

    private void work() {
        while (working.size() < slots && !queue.isEmpty()) {
            var seconds = median.applyAsDouble(working.size()) * Math.exp(sigma * random.nextGaussian());
            working.add(new Reply(now + seconds, queue.remove()));
        }
    }
}
