package io.infinimill.teacher.shared;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a teacher is shared.
 *
 * @param firstInFlight with how many requests in flight the search begins
 * @param mostInFlight never more than these
 * @param requestsPerMinute null where there is no limit
 * @param tokensPerMinute in and out together; null where there is no limit
 * @param attempts how often a request is asked that fails while others succeed
 * @param firstWait before the second attempt; it doubles with each, and a part of it is left to chance
 * @param longestWait between two attempts, and between two looks at a teacher that is down
 * @param patience how long a request is tried altogether, however it fails
 */
public record SharingSettings(
        int firstInFlight,
        int mostInFlight,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Duration patience) {

    /** What a small server on a laptop answers in time, too. */
    private static final int FIRST = 8;

    public SharingSettings {
        if (firstInFlight < 1 || mostInFlight < firstInFlight) {
            throw new IllegalArgumentException(
                    "first-in-flight is %d and most-in-flight %d; wanted: 1 or more, and not less than the first"
                            .formatted(firstInFlight, mostInFlight));
        }
        requirePositive("requests-per-minute", requestsPerMinute);
        requirePositive("tokens-per-minute", tokensPerMinute);
        requirePositive("attempts", attempts);
        if (firstWait.toMillis() < 1 || longestWait.compareTo(firstWait) < 0 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "first-wait is %s, longest-wait %s and patience %s; wanted: 1 ms or more, not less than the first, not negative"
                            .formatted(firstWait, longestWait, patience));
        }
    }

    private static void requirePositive(String name, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException("%s is %d, less than 1".formatted(name, value));
        }
    }

    /** For a teacher without limits of rate, up to a number in flight. */
    public static SharingSettings upTo(int mostInFlight) {
        return new SharingSettings(
                Math.min(FIRST, mostInFlight),
                mostInFlight,
                null,
                null,
                6,
                Duration.ofMillis(250),
                Duration.ofSeconds(20),
                Duration.ofMinutes(15));
    }
}
