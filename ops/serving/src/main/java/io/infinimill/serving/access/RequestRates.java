package io.infinimill.serving.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast each caller calls: a bucket of tokens per caller, of which a request takes one. */
final class RequestRates {

    /** Subjects of tokens have no end; who has not called for longest starts with a full bucket again. */
    private static final int MOST_CALLERS = 10_000;

    private final AccessSettings.Requests limits;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RequestRates(AccessSettings.Requests limits) {
        this.limits = limits;
    }

    /** How long the caller has to wait until its next request; zero lets this one pass. */
    Duration take(Caller caller) {
        var probe = bucket(caller.name()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private synchronized Bucket bucket(String name) {
        return buckets.computeIfAbsent(
                name,
                unseen -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(limits.burst()).refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }
}
