package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencySearchTest {

    private static final int MOST = 4096;

    @Test
    void sixtyFourSlotsAreKeptBusyWithoutBeingTold() {
        var busy = LongStream.range(0, 40)
                .mapToDouble(seed -> fixed(seed, 64, 0.6).ask(new ConcurrencySearch(8, MOST, 0), 20_000))
                .summaryStatistics();

        assertThat(busy.getAverage()).isGreaterThan(0.985);
        assertThat(busy.getMin()).isGreaterThan(0.965);
    }

    @ParameterizedTest
    @CsvSource({
        // slots, sigma, replies, busy, most in flight
        "1,    0.6, 2000,   0.99, 80",
        "4,    0.6, 8000,   0.99, 80",
        "16,   0.6, 20000,  0.98, 60",
        "64,   0.2, 20000,  0.98, 110",
        "64,   0.6, 20000,  0.98, 200",
        "64,   1.0, 40000,  0.90, 300",
        "300,  0.6, 60000,  0.96, 450",
    })
    void aTeacherOfAnySizeIsKeptBusyWithAShortQueue(int slots, double sigma, int replies, double busy, int most) {
        for (var seed = 0; seed < 8; seed++) {
            var search = new ConcurrencySearch(8, MOST, 0);
            var teacher = fixed(seed, slots, sigma);

            assertThat(teacher.ask(search, replies)).as("seed %d", seed).isGreaterThan(busy);
            teacher.ask(search, replies);
            assertThat(teacher.medianLimit()).as("seed %d", seed).isLessThan(most);
        }
    }

    @Test
    void itStaysBoundedInTheLongRun() {
        var search = new ConcurrencySearch(8, MOST, 0);
        var teacher = fixed(1, 64, 0.6);

        for (var hour = 0; hour < 10; hour++) {
            assertThat(teacher.ask(search, 50_000)).isGreaterThan(0.97);
            assertThat(teacher.medianLimit()).isBetween(60, 200);
        }
    }

    @Test
    void aTeacherThatSlowsDownAsItFillsIsFilledWhileThatPays() {
        var search = new ConcurrencySearch(8, MOST, 0);
        var teacher = new SimulatedTeacher(1, 256, 0.6, busy -> 0.2 * (1 + busy / 64.0));

        teacher.ask(search, 60_000);

        assertThat(teacher.medianLimit()).isBetween(128, 500);
    }

    @Test
    void moreSlotsAreFoundAndSlowerOnesDoNotMisleadIt() {
        var search = new ConcurrencySearch(8, MOST, 0);
        var teacher = fixed(1, 64, 0.6);
        teacher.ask(search, 20_000);

        teacher.change(64, busy -> 2.0);
        teacher.ask(search, 10_000);
        assertThat(teacher.ask(search, 10_000)).isGreaterThan(0.97);
        assertThat(teacher.medianLimit()).isBetween(60, 200);

        teacher.change(192, busy -> 0.2);
        teacher.ask(search, 30_000);
        assertThat(teacher.ask(search, 30_000)).isGreaterThan(0.95);
    }

    @Test
    void itNeverLeavesItsBounds() {
        var search = new ConcurrencySearch(16, 24, 0);
        var teacher = fixed(1, 64, 0.6);

        teacher.ask(search, 10_000);

        assertThat(search.limit()).isBetween(19, 24);
    }

    @ParameterizedTest
    @CsvSource({
        // seconds of a reply, sigma, most that run out of time in 400
        "1,  0.6, 0",
        "3,  0.3, 0",
        "3,  0.8, 48",
        "10, 0.3, 40",
        "30, 0.3, 40",
    })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTeacherWithOneSlotIsAskedLittleMoreThanItAnswersInTime(double seconds, double sigma, int most) {
        for (var seed = 0; seed < 20; seed++) {
            var teacher = new SimulatedTeacher(seed, 1, sigma, _ -> seconds);
            teacher.giveUpAfter(120);

            teacher.ask(new ConcurrencySearch(8, MOST, 0), 400);

            assertThat(teacher.timedOut()).as("seed %d", seed).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void neitherLostRequestsNorAQueueFromTheSearchEmptyTheSlots() {
        var busy = LongStream.range(0, 40)
                .mapToDouble(seed -> {
                    var teacher = fixed(seed, 64, 0.6);
                    teacher.giveUpAfter(2);
                    teacher.lose(0.0125);
                    return teacher.ask(new ConcurrencySearch(8, MOST, 0), 20_000);
                })
                .summaryStatistics();

        assertThat(busy.getAverage()).isGreaterThan(0.98);
        assertThat(busy.getMin()).isGreaterThan(0.96);
    }

    @Test
    void manyRequestsThatRunOutOfTimeTogetherHalveItOnce() {
        var search = new ConcurrencySearch(8, MOST, 0);
        fixed(1, 64, 0.6).ask(search, 10_000);
        var before = search.limit();

        for (var i = 0; i < before; i++) {
            search.timedOut((long) 1e12, (long) 3e8);
        }

        assertThat(search.limit()).isBetween(before / 2 - 1, before / 2 + 1);
    }

    @Test
    void overloadBringsItDownAndAFewFailuresDoNot() {
        var search = new ConcurrencySearch(64, MOST, 0);
        fixed(1, 64, 0.6).ask(search, 10_000);
        var before = search.limit();

        for (var i = 0; i < 1000; i++) {
            search.failed(i);
        }
        assertThat(search.limit()).isEqualTo(before);

        for (var i = 0; i < 5000; i++) {
            search.overloaded(i);
        }
        assertThat(search.limit()).isLessThan(before / 2);
    }

    private static SimulatedTeacher fixed(long seed, int slots, double sigma) {
        return new SimulatedTeacher(seed, slots, sigma, busy -> 0.2);
    }
}
