package io.infinimill.teacher.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** A teacher with slots and a queue, and a job that asks it as the search allows, in time that does not pass. */
final class SimulatedTeacher {

    private static final double NANOS = 1e9;

    private record Reply(double at, Request request) {}

    private static final class Request {
        private final double asked;

        Request(double asked) {
            this.asked = asked;
        }
    }

    private final Random random;
    private final double sigma;
    private int slots;

    /** Seconds of one reply's median at a number of busy slots. */
    private IntToDoubleFunction median;

    private final PriorityQueue<Reply> working = new PriorityQueue<>((one, other) -> Double.compare(one.at, other.at));
    private final Deque<Request> queue = new ArrayDeque<>();
    private final Set<Request> pending = new LinkedHashSet<>();
    private double patience = Double.POSITIVE_INFINITY;
    private double lost;
    private final Random losses;
    private int timedOut;
    private double now;
    private double busySeconds;
    private final List<Integer> limits = new ArrayList<>();

    SimulatedTeacher(long seed, int slots, double sigma, IntToDoubleFunction median) {
        random = new Random(seed);
        losses = new Random(seed);
        this.slots = slots;
        this.sigma = sigma;
        this.median = median;
    }

    void change(int changedSlots, IntToDoubleFunction changedMedian) {
        slots = changedSlots;
        median = changedMedian;
    }

    /** From now on a request is given up after so many seconds; the teacher goes on with it all the same. */
    void giveUpAfter(double seconds) {
        patience = seconds;
    }

    /** From now on this share of requests is lost: they take no slot and get no reply. */
    void lose(double share) {
        lost = share;
    }

    /** Requests that were given up. */
    int timedOut() {
        return timedOut;
    }

    /** Asks until there are so many replies more, and returns the share of slot time that was worked. */
    double ask(ConcurrencySearch search, int replies) {
        limits.clear();
        var start = now;
        busySeconds = 0;
        while (limits.size() < replies) {
            while (pending.size() < search.limit()) {
                var request = new Request(now);
                pending.add(request);
                if (losses.nextDouble() >= lost) {
                    queue.add(request);
                    work();
                }
            }
            var oldest = pending.iterator().next();
            var next = working.peek();
            if (next == null || oldest.asked + patience < next.at) {
                pass(oldest.asked + patience);
                giveUp(oldest, search);
            } else {
                answer(search);
            }
        }
        return busySeconds / slots / (now - start);
    }

    private void answer(ConcurrencySearch search) {
        pass(Objects.requireNonNull(working.peek()).at);
        var request = working.remove().request;
        work();
        if (pending.remove(request)) {
            search.replied((long) (now * NANOS), (long) ((now - request.asked) * NANOS));
            limits.add(search.limit());
        }
    }

    private void giveUp(Request request, ConcurrencySearch search) {
        pending.remove(request);
        timedOut++;
        search.timedOut((long) (now * NANOS), (long) (patience * NANOS));
    }

    private void pass(double until) {
        busySeconds += Math.min(working.size(), slots) * (until - now);
        now = until;
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
