package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.TeacherException;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {

    private static final Waits WAITS = new Waits(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final TeacherException down = new TeacherException.Unavailable("down", null);
    private final RandomGenerator random = new Random(1);

    @ParameterizedTest
    @CsvSource({"1, 50, 100", "2, 100, 200", "5, 800, 1600", "7, 2500, 5000", "60, 2500, 5000"})
    void aWaitDoublesUpToTheLongestAndHalfOfItIsChance(int failures, long least, long most) {
        for (var i = 0; i < 100; i++) {
            assertThat(WAITS.before(failures, down, random).toMillis()).isBetween(least, most);
        }
    }

    @Test
    void theTeachersAdviceIsKeptTo() {
        var overloaded = new TeacherException.Overloaded("busy", Duration.ofSeconds(9));

        assertThat(WAITS.before(1, overloaded, random)).isBetween(Duration.ofSeconds(9), Duration.ofMillis(9025));
    }

    @Test
    void adviceToComeAtOnceDoesNotShortenTheWait() {
        var overloaded = new TeacherException.Overloaded("busy", Duration.ZERO);

        assertThat(WAITS.before(3, overloaded, random)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
}
