package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aMinuteHoldsItsNumberAndASecondMore() {
        var bucket = new RateBucket(600, 0);
        var sent = 0;
        for (var now = 0L; now <= 60 * SECOND; now += SECOND / 1000) {
            while (bucket.waitNanos(now) == 0) {
                bucket.spend(1);
                sent++;
            }
        }
        assertThat(sent).isBetween(600, 611);
    }

    @Test
    void itSaysHowLongToWait() {
        var bucket = new RateBucket(60, 0);
        bucket.spend(1);

        assertThat(bucket.waitNanos(0)).isBetween(SECOND - 1, SECOND + 1);
        assertThat(bucket.waitNanos(SECOND / 2)).isBetween(SECOND / 2 - 1, SECOND / 2 + 1);
        assertThat(bucket.waitNanos(SECOND + 1)).isZero();
    }

    @Test
    void whatIsOverdrawnHasToFillAndWhatWasTooMuchComesBack() {
        var bucket = new RateBucket(60_000, 0);
        bucket.spend(11_000);
        assertThat(bucket.waitNanos(0)).isGreaterThan(9 * SECOND);

        bucket.spend(-10_500);
        assertThat(bucket.waitNanos(0)).isZero();
    }
}
