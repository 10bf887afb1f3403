package io.infinimill.teacher.fake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a fake teacher was asked, up to some moment.
 *
 * @param asked how often each request came, by the hash of its bytes
 * @param answered how often each request got a whole reply, which is what a real teacher charges for
 * @param statuses how many replies of each HTTP status were sent, and 0 for none
 * @param busiest most slots that were busy at once
 * @param longestQueue most requests that waited at once
 * @param busySlots mean number of busy slots in each tenth of a second since the first request
 */
public record Tally(
        Map<String, Integer> asked,
        Map<String, Integer> answered,
        Map<Integer, Integer> statuses,
        int busiest,
        int longestQueue,
        List<Double> busySlots) {

    static final Duration BIN = Duration.ofMillis(100);

    public int requests() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int replies() {
        return answered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many replies were sent for a request that had got one before. */
    public int paidTwice() {
        return replies() - answered.size();
    }

    /** Mean number of busy slots from one moment to another after the first request. */
    public double meanBusy(Duration from, Duration to) {
        var first = (int) (from.toNanos() / BIN.toNanos());
        var last = (int) Math.min(busySlots.size(), to.toNanos() / BIN.toNanos());
        return busySlots.subList(Math.min(first, last), last).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    static Tally of(Map<String, Counts> counts, Map<Integer, Integer> statuses, SlotUse use, List<Double> bins) {
        var asked = new HashMap<String, Integer>();
        var answered = new HashMap<String, Integer>();
        counts.forEach((hash, count) -> {
            asked.put(hash, count.asked);
            if (count.answered > 0) {
                answered.put(hash, count.answered);
            }
        });
        return new Tally(asked, answered, Map.copyOf(statuses), use.busiest(), use.longestQueue(), bins);
    }

    /** How often one request came, and got a whole reply. */
    static final class Counts {
        int asked;
        int answered;
    }
}
