package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.infinimill.generator.TestGenerator;
import io.infinimill.model.ReasonCount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void knowsNothingAtFirstAndOrdersAsManyVariantsAsSamples() {
        var job = job(100, 0, 0, 0, 0, 0, 0, 0);

        assertThat(Forecast.of(job)).isEqualTo(new Forecast(1, 1));
        assertThat(Forecast.of(job).missing(job)).isEqualTo(100);
    }

    @Test
    void measuresBothRatesOnce() {
        var job = job(100_000, 1000, 400, 0, 400, 100, 270, 30);

        assertThat(Forecast.of(job).perVariant()).isCloseTo(0.4, within(0.01));
        assertThat(Forecast.of(job).perSample()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void ordersNothingWhileWhatIsUnderWayMayBeEnough() {
        var job = job(100, 100, 60, 0, 100, 40, 20, 0);

        assertThat(job.awaited()).isEqualTo(40);
        assertThat(Forecast.of(job).missing(job)).as("of 40 more").isBetween(40L, 80L);
        assertThat(Forecast.of(job(60, 100, 60, 0, 100, 40, 20, 0)).missing(job(60, 100, 60, 0, 100, 40, 20, 0)))
                .isZero();
    }

    @Test
    void doesNotCountWhatTheGeneratorRejectedAsLostTwice() {
        var job = job(1000, 100, 50, 0, 100, 50, 45, 5);

        assertThat(job.lost()).isEqualTo(5);
        assertThat(job.awaited()).isZero();
        assertThat(Forecast.of(job).perSample()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void neverOrdersWithoutEnd() {
        var job = job(100, 5000, 0, 0, 5000, 5000, 0, 0);

        assertThat(Forecast.of(job).missing(job)).isLessThan(100 * 20 * 2);
    }

    @Test
    void wantsNothingMoreWhenTheTargetIsReached() {
        var job = job(100, 110, 110, 0, 110, 0, 100, 10);

        assertThat(Forecast.of(job).missing(job)).isZero();
    }

    /** {@code turnedDown} attempts have been reported as rejected by the generator, {@code filtered} by the filter. */
    private static Job job(
            long target,
            long roundDone,
            long roundPassed,
            long outstandingVariants,
            long generated,
            long turnedDown,
            long accepted,
            long filtered) {
        return new Job(
                "job-1",
                TestGenerator.RECIPE,
                "hash",
                "sums",
                "sums",
                target,
                JobState.RUNNING,
                null,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0,
                1,
                roundDone,
                roundPassed,
                "",
                outstandingVariants,
                outstandingVariants,
                0,
                0,
                generated,
                turnedDown,
                accepted,
                turnedDown + filtered,
                0,
                0,
                List.of(
                        new ReasonCount("generate", "annotated", "ambiguous", turnedDown),
                        new ReasonCount("filter", "response-length", "too_short", filtered)));
    }
}
