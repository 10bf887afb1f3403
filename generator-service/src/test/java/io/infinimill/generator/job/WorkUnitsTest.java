package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import io.infinimill.generator.job.WorkUnits.Closed;
import io.infinimill.generator.job.WorkUnits.SeedCount;
import io.infinimill.generator.job.WorkUnits.Unit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkUnitsTest {

    private static final String JOB = "job-1";

    private final TestGenerator generator = new TestGenerator();
    private final Jobs jobs = generator.bean(Jobs.class);
    private final WorkUnits units = generator.bean(WorkUnits.class);

    @BeforeEach
    void submit() {
        jobs.insert(JOB, TestGenerator.RECIPE, "hash", null, "sums", 100L);
        units.beginRound(JOB, 0, 5);
    }

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void handsOutUnitsAndRemembersThePlace() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0), new Unit("b", 0, 3, 0)));

        assertThat(job().nextSeed()).isEqualTo("b");
        assertThat(job().outstandingUnits()).isEqualTo(2);
        assertThat(job().outstandingVariants()).isEqualTo(8);
        assertThat(units.outstanding(JOB)).containsExactly(new Unit("a", 0, 5, 0), new Unit("b", 0, 3, 0));
    }

    @Test
    void countsAUnitOnceThatIsHandedOutTwice() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0)));
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0), new Unit("b", 0, 5, 0)));

        assertThat(job().outstandingUnits()).isEqualTo(2);
        assertThat(job().outstandingVariants()).isEqualTo(10);
    }

    @Test
    void countsAUnitOnceThatIsClosedTwice() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0)));
        var closed = new Closed(JOB, "a", 0, 4, 1, true, SeedCount.DECOUPLED, false);

        units.close(List.of(closed, closed));
        units.close(List.of(closed));

        assertThat(job().outstandingUnits()).isZero();
        assertThat(job().outstandingVariants()).isZero();
        assertThat(job().decoupled()).isEqualTo(1);
        assertThat(job().generated()).isEqualTo(4);
        assertThat(job().turnedDown()).isEqualTo(1);
        assertThat(job().roundDone()).isEqualTo(5);
        assertThat(job().roundPassed()).isEqualTo(3);
    }

    @Test
    void adoptsAUnitFromOutside() {
        var closed = new Closed(JOB, "theirs", 0, 7, 0, true, SeedCount.DECOUPLED, false);

        units.close(List.of(closed));
        units.close(List.of(closed));

        assertThat(job().outstandingUnits()).isZero();
        assertThat(job().outstandingVariants()).isZero();
        assertThat(job().generated()).isEqualTo(7);
        assertThat(job().roundDone()).isZero();
        assertThat(job().roundPassed()).isZero();
        assertThat(units.countLive(JOB, 0)).isZero();
    }

    @Test
    void replaysADeadLetteredUnitAndCountsItsSeedThen() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0)));
        var dead = new Closed(JOB, "a", 0, 1, 0, true, SeedCount.UNCOUNTED, true);
        units.close(List.of(dead, dead));

        assertThat(job().generated()).isEqualTo(1);
        assertThat(job().outstandingUnits()).isZero();
        assertThat(job().decoupled() + job().refused()).isZero();

        units.close(List.of(new Closed(JOB, "a", 0, 5, 0, false, SeedCount.DECOUPLED, false)));
        units.close(List.of(dead));

        assertThat(job().generated()).isEqualTo(5);
        assertThat(job().roundPassed()).isEqualTo(5);
        assertThat(job().roundDone()).isEqualTo(5);
        assertThat(job().outstandingUnits()).isZero();
        assertThat(job().decoupled()).isEqualTo(1);
    }

    @Test
    void goesOnBehindTheVariantsOfSeedsThatHaveMore() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0), new Unit("b", 0, 5, 0), new Unit("c", 0, 2, 0)));
        units.close(List.of(
                new Closed(JOB, "a", 0, 5, 0, false, SeedCount.DECOUPLED, false),
                new Closed(JOB, "b", 0, 3, 0, true, SeedCount.DECOUPLED, false),
                new Closed(JOB, "c", 0, 2, 0, false, SeedCount.DECOUPLED, false)));

        assertThat(units.countLive(JOB, 0)).isEqualTo(2);
        assertThat(units.live(JOB, 0, "", 10)).containsExactly(new WorkUnits.Live("a", 5), new WorkUnits.Live("c", 2));
        assertThat(units.live(JOB, 0, "a", 10)).containsExactly(new WorkUnits.Live("c", 2));
    }

    @Test
    void beginsARoundWithoutTheCountsOfTheLast() {
        units.handOut(JOB, List.of(new Unit("a", 0, 5, 0)));
        units.close(List.of(new Closed(JOB, "a", 0, 5, 0, false, SeedCount.DECOUPLED, false)));

        units.beginRound(JOB, 1, 9);

        assertThat(job().round()).isEqualTo(1);
        assertThat(job().roundVariants()).isEqualTo(9);
        assertThat(job().nextSeed()).isEmpty();
        assertThat(job().roundDone()).isZero();
        assertThat(job().roundPassed()).isZero();
        assertThat(job().generated()).isEqualTo(5);
    }

    private Job job() {
        return jobs.find(JOB).orElseThrow();
    }
}
