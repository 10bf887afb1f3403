package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import io.infinimill.generator.job.WorkUnits.Closed;
import io.infinimill.generator.job.WorkUnits.SeedCount;
import io.infinimill.generator.teacher.Spending;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.ReasonCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobViewTest {

    private static final Spending UNSPENT = new Spending(0, 0, 0, 0, BigDecimal.ZERO, null, List.of());

    private static final String JOB = "job-1";

    private final TestGenerator generator = new TestGenerator();
    private final Jobs jobs = generator.bean(Jobs.class);

    @BeforeEach
    void submit() {
        jobs.insert(JOB, TestGenerator.RECIPE, "hash", null, "sums", 100L);
    }

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void whatIsNotReportedIsInFlight() {
        generate(10, 2);
        progress(1, 5, 2, 1, null);

        assertThat(samples()).isEqualTo(new JobView.Samples(10, 5, 2, 1, 2));
    }

    @Test
    void samplesOfOutsideProducersHideNothingThatIsInFlight() {
        generate(10, 0);
        progress(1, 1003, 7, 2, 1006L);

        assertThat(samples()).isEqualTo(new JobView.Samples(1016, 1003, 7, 2, 4));
    }

    @Test
    void aReportThatIsAheadOfTheGeneratorsOwnCountStillBalances() {
        progress(1, 5, 0, 0, null);
        assertThat(samples()).isEqualTo(new JobView.Samples(5, 5, 0, 0, 0));

        generate(8, 0);
        assertThat(samples()).isEqualTo(new JobView.Samples(8, 5, 0, 0, 3));
    }

    @Test
    void anOlderReportChangesNothing() {
        generate(10, 0);
        progress(2, 5, 0, 0, null);
        progress(1, 3, 0, 0, null);

        assertThat(samples().accepted()).isEqualTo(5);
    }

    private void generate(int attempts, int turnedDown) {
        generator
                .bean(WorkUnits.class)
                .close(List.of(new Closed(JOB, "a", 0, attempts, turnedDown, true, SeedCount.DECOUPLED, false)));
    }

    private void progress(long sequence, long accepted, long rejected, long deadLettered, @Nullable Long outside) {
        jobs.progress(new JobProgressed(
                JOB,
                sequence,
                accepted,
                rejected,
                deadLettered,
                List.of(new ReasonCount("filter", "response-length", "too_short", rejected)),
                outside));
    }

    private JobView.Samples samples() {
        return JobView.of(jobs.find(JOB).orElseThrow(), Instant.EPOCH, UNSPENT, List.of(), null)
                .samples();
    }
}
