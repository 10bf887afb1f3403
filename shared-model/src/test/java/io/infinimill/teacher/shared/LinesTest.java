package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.shared.Line.Place;
import io.infinimill.teacher.shared.Line.Turn;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final Lines lines = new Lines();

    @Test
    void theJobWithTheFewestInFlightIsNext() {
        for (var i = 0; i < 100; i++) {
            lines.enter("many", new Turn(0), Place.BACK);
        }
        for (var i = 0; i < 3; i++) {
            lines.enter("few", new Turn(0), Place.BACK);
        }
        for (var i = 0; i < 10; i++) {
            lines.serve(lines.next().orElseThrow());
        }

        assertThat(lines.all())
                .hasEntrySatisfying("few", line -> assertThat(line.inFlight()).isEqualTo(3));
        assertThat(lines.all())
                .hasEntrySatisfying("many", line -> assertThat(line.inFlight()).isEqualTo(7));
        assertThat(lines.waiting()).isEqualTo(93);
    }

    @Test
    void jobsTakeTurnsWhereOneIsLeftOver() {
        for (var i = 0; i < 50; i++) {
            lines.enter("one", new Turn(0), Place.BACK);
            lines.enter("other", new Turn(0), Place.BACK);
        }
        var served = new int[2];
        for (var i = 0; i < 40; i++) {
            var line = lines.next().orElseThrow();
            lines.serve(line);
            var job = line == lines.all().get("one") ? "one" : "other";
            served["one".equals(job) ? 0 : 1]++;
            lines.finished(job);
        }
        assertThat(served).containsExactly(20, 20);
    }

    @Test
    void whatIsAskedAgainComesFirst() {
        var repeated = new Turn(1);
        lines.enter("job", new Turn(0), Place.BACK);
        lines.enter("job", repeated, Place.FRONT);

        assertThat(lines.serve(lines.next().orElseThrow())).isSameAs(repeated);
    }

    @Test
    void aJobThatIsDoneIsForgotten() {
        var turn = new Turn(0);
        lines.enter("job", turn, Place.BACK);
        assertThat(lines.leave("job", turn)).isTrue();
        assertThat(lines.leave("job", turn)).isFalse();

        assertThat(lines.all()).isEmpty();
        assertThat(lines.next()).isEmpty();
    }
}
