package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import io.infinimill.generator.teacher.Spending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final JobSettings SETTINGS = new JobSettings(20_000, 50, Duration.ofSeconds(1));
    private static final long SEEDS = 1000;

    @Test
    void nothingIsForetoldBeforeAnythingIsKnown() {
        assertThat(Outlook.of(job(100L, 0, 0), SEEDS, SETTINGS, null, spending(0)))
                .isNull();
        assertThat(Outlook.of(job(100L, 5, 5), SEEDS, SETTINGS, null, Spending.of(List.of(), null)))
                .isNull();
    }

    @Test
    void withoutATargetEverySeedIsAsked() {
        var outlook = Outlook.of(job(null, 0, 0), SEEDS, SETTINGS, new Probe.Probed(10, 4), spending(10));

        assertThat(outlook).isEqualTo(new Outlook("probe", 10, 0.4, 1000, 100_000, new BigDecimal("100.00")));
    }

    @Test
    void aTargetNeedsAsManySeedsAsItsTemplatesComeFrom() {
        // 10,000 of 1,000 seeds are 10 each, of half the seeds: all of them in this round
        assertThat(seeds(10_000L)).isEqualTo(1000);
        // 100 of 1,000 seeds are 1 each, of half of them
        assertThat(seeds(100L)).isEqualTo(200);
    }

    @Test
    void theJobItselfKnowsBetterThanItsProbe() {
        var outlook = Outlook.of(job(null, 300, 100), SEEDS, SETTINGS, new Probe.Probed(10, 10), spending(400));

        assertThat(outlook).isEqualTo(new Outlook("job", 400, 0.75, 1000, 100_000, new BigDecimal("100.00")));
    }

    private static long seeds(long target) {
        return Objects.requireNonNull(
                        Outlook.of(job(target, 0, 0), SEEDS, SETTINGS, new Probe.Probed(10, 5), spending(10)))
                .seeds();
    }

    private static Spending spending(long seeds) {
        return Spending.of(
                List.of(new Spending.Share(
                        "generate",
                        "local",
                        seeds,
                        0,
                        seeds * 80,
                        seeds * 20,
                        new BigDecimal(seeds).movePointLeft(1),
                        0,
                        0)),
                null);
    }

    private static Job job(@Nullable Long target, long decoupled, long refused) {
        return new Job(
                "job",
                TestGenerator.RECIPE,
                "hash",
                "set",
                "data",
                target,
                JobState.RUNNING,
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                0,
                null,
                0,
                0,
                "",
                0,
                0,
                decoupled,
                refused,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of());
    }
}
