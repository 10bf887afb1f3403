package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import io.infinimill.generator.job.WorkUnits.Closed;
import io.infinimill.generator.job.WorkUnits.SeedCount;
import io.infinimill.generator.job.WorkUnits.Unit;
import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Seed;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRunnerTest {

    private static final String JOB = "job-1";
    private static final String SET = "sums";
    private static final int PLENTY = 1000;

    private final TestGenerator generator = new TestGenerator();
    private final Jobs jobs = generator.bean(Jobs.class);
    private final WorkUnits units = generator.bean(WorkUnits.class);
    private final JobRunner runner = generator.bean(JobRunner.class);

    @AfterEach
    void close() {
        generator.close();
    }

    @ParameterizedTest(name = "{0} of {1} seeds, {2} decoupled, {3} accepted, {4} units a tick: at most {5}, {6} ticks")
    @CsvSource({
        "2000, 4000, 0.4, 0.85, 100, 2040, 90",
        "2000, 182, 0.6, 0.8, 20, 2040, 60",
        "20000, 182, 0.9, 0.95, 100, 20400, 60",
        "20000, 4000, 0.2, 0.5, 300, 20400, 120",
        "500, 4000, 0.05, 0.9, 500, 510, 90",
        "10, 4000, 0.4, 0.85, 100, 12, 60",
        "1, 4000, 0.4, 0.85, 100, 1, 60",
    })
    void reachesTheTargetAndHardlyExceedsIt(
            int target, int seeds, double decoupled, double acceptance, int unitsAtOnce, int most, int ticks) {
        submit(seeds, (long) target);
        var path = path(decoupled, acceptance, unitsAtOnce, PLENTY);

        int needed = run(path, 1000);

        assertThat(job().message()).isNull();
        assertThat(job().accepted()).isBetween((long) target, (long) most);
        assertThat(needed).as("ticks").isLessThanOrEqualTo(ticks);
        assertThat(job().generated()).isEqualTo(job().settled());
    }

    @Test
    void spreadsASmallTargetOverAllSeeds() {
        submit(1000, 200L);
        var path = path(1, 1, 100, PLENTY);

        run(path, 100);

        var tenths = new HashSet<Integer>();
        path.done().forEach(unit -> tenths.add(place(unit.seedId()) / 100));
        assertThat(tenths).hasSize(10);
        assertThat(path.done()).extracting(Unit::seedId).doesNotHaveDuplicates();
    }

    @Test
    void endsWhereTheSeedsAreExhausted() {
        submit(20, 1000L);

        run(path(0.5, 1, 100, 30), 100);

        long templates = job().decoupled();
        assertThat(job().accepted()).isEqualTo(templates * 30);
        assertThat(job().message())
                .isEqualTo("the seeds are exhausted: they gave %d accepted samples of 1,000 asked for"
                        .formatted(templates * 30));
    }

    @Test
    void takesAllThatTheSeedsGiveWithoutATarget() {
        submit(20, null);

        run(path(1, 1, 100, 120), 100);

        assertThat(job().accepted()).isEqualTo(20 * 120);
        assertThat(job().message()).isNull();
    }

    @Test
    void keepsNoMoreInFlightThanMayBe() {
        submit(4000, 1_000_000L);

        for (int i = 0; i < 20; i++) {
            runner.tick();
        }

        assertThat(job().outstandingVariants()).isEqualTo(20_000);
    }

    @Test
    void announcesAJobOnceAndSendsItsSeeds() {
        submit(3, 6L);

        runner.tick();

        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        var sent = generator.sent(Topics.SEEDS_SUBMITTED);
        assertThat(sent)
                .extracting(record -> Wire.read(record.value(), SeedSubmitted.class))
                .allSatisfy(order -> {
                    assertThat(order.jobId()).isEqualTo(JOB);
                    assertThat(order.firstVariant()).isZero();
                    assertThat(order.variants()).isEqualTo(2);
                    assertThat(order.seed().answer()).isEqualTo("7");
                })
                .hasSize(3);
        runner.tick();
        assertThat(generator.sent(Topics.SEEDS_SUBMITTED)).isEmpty();
    }

    @Test
    void tellsTheOtherServicesBeforeTheFirstSeed() {
        submit(1, 1L);

        runner.tick();

        assertThat(generator.sent(Topics.JOBS_SUBMITTED))
                .singleElement()
                .satisfies(record -> assertThat(
                                Wire.read(record.value(), JobSubmitted.class).jobId())
                        .isEqualTo(JOB));
    }

    @Test
    void sendsWhatIsNotDoneAgainAfterARestart() {
        submit(3, 6L);
        runner.tick();
        var first = units.outstanding(JOB).getFirst();
        units.close(List.of(new Closed(JOB, first.seedId(), 0, 2, 0, false, SeedCount.DECOUPLED, false)));
        generator.bean(JobLease.class).release();

        try (var restarted = generator.another()) {
            restarted.bean(JobRunner.class).tick();

            assertThat(restarted.sent(Topics.SEEDS_SUBMITTED))
                    .extracting(record -> Wire.read(record.value(), SeedSubmitted.class))
                    .extracting(order -> order.seed().id())
                    .hasSize(2)
                    .doesNotContain(first.seedId());
            assertThat(job().outstandingUnits()).isEqualTo(2);
        }
    }

    @Test
    void leavesTheWorkToTheGeneratorThatHoldsTheLease() {
        submit(3, 6L);
        runner.tick();

        try (var second = generator.another()) {
            second.bean(JobRunner.class).tick();

            assertThat(second.sent(Topics.SEEDS_SUBMITTED)).isEmpty();
        }
    }

    @Test
    void aJobWithoutSeedsOfItsOwnRunsUntilItsTargetIsReached() {
        jobs.insert(JOB, TestGenerator.RECIPE, "hash", null, "sums", 2L);
        runner.tick();
        runner.tick();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);

        units.close(List.of(new Closed(JOB, "theirs", 0, 2, 0, true, SeedCount.DECOUPLED, false)));
        runner.tick();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        path(1, 1, 0, PLENTY).tellAccepted(2);
        runner.tick();

        assertThat(job().state()).isEqualTo(JobState.COMPLETED);
        assertThat(job().message()).isNull();
    }

    private void submit(int seeds, @Nullable Long target) {
        generator.seeds(
                SET,
                IntStream.range(0, seeds)
                        .mapToObj(i -> Seed.of(SET, "gsm8k", "Problem %d?".formatted(i), "7", "3+4=<<3+4=7>>7"))
                        .toList());
        jobs.insert(JOB, TestGenerator.RECIPE, "hash", SET, "sums", target);
    }

    private int place(String seedId) {
        return generator
                .jdbc()
                .queryForList(
                        "select count(*)::int from generator.seed where ordinal < (select ordinal from generator.seed where id = ?)",
                        Integer.class,
                        seedId)
                .getFirst();
    }

    private SimulatedPath path(double decoupled, double acceptance, int unitsAtOnce, int perTemplate) {
        return new SimulatedPath(JOB, jobs, units, decoupled, acceptance, unitsAtOnce, perTemplate);
    }

    /** The ticks until the job has ended. */
    private int run(SimulatedPath path, int most) {
        for (int tick = 1; tick <= most; tick++) {
            runner.tick();
            if (job().state().equals(JobState.COMPLETED)) {
                return tick;
            }
            path.work();
        }
        throw new AssertionError("the job has not ended: " + job());
    }

    private Job job() {
        return jobs.find(JOB).orElseThrow();
    }
}
