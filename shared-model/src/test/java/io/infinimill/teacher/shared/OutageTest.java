package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.shared.Outage.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final long WAIT = Duration.ofSeconds(1).toNanos();

    private final Outage outage = new Outage(Duration.ofSeconds(10));

    @Test
    void aFewFailuresAmongAnswersAreNoOutage() {
        for (var i = 0; i < 1000; i++) {
            outage.asked();
            if (i % 4 == 0) {
                outage.failed(i);
            } else {
                outage.answered();
            }
        }
        assertThat(outage.state()).isEqualTo(State.UP);
        assertThat(outage.waitNanos(1000)).isZero();
    }

    @Test
    void whenHalfOfTheLastFailNobodyAsksForAWhileAndThenAFew() {
        goDown();
        assertThat(outage.state()).isEqualTo(State.DOWN);
        assertThat(outage.waitNanos(0)).isEqualTo(WAIT);

        for (var look = 0; look < 3; look++) {
            assertThat(outage.waitNanos(WAIT)).isZero();
            outage.asked();
        }
        assertThat(outage.state()).isEqualTo(State.TRYING);
        assertThat(outage.waitNanos(WAIT)).isPositive();
    }

    @Test
    void aLookThatFailsStartsTheWaitAgain() {
        goDown();
        outage.asked();
        outage.failed(WAIT);

        assertThat(outage.state()).isEqualTo(State.DOWN);
        assertThat(outage.waitNanos(WAIT)).isEqualTo(WAIT);
    }

    @Test
    void aLookThatIsAnsweredBringsItBackWithoutItsPast() {
        goDown();
        outage.asked();
        outage.answered();
        assertThat(outage.state()).isEqualTo(State.UP);

        outage.failed(WAIT);
        assertThat(outage.state()).isEqualTo(State.UP);
    }

    @Test
    void aLookThatIsAbandonedLeavesItsPlace() {
        goDown();
        for (var look = 0; look < 3; look++) {
            outage.asked();
        }
        outage.abandoned();

        assertThat(outage.waitNanos(WAIT)).isZero();
    }

    private void goDown() {
        for (var i = 0; i < 10; i++) {
            outage.asked();
            outage.failed(0);
        }
    }
}
