package io.infinimill.teacher.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.infinimill.teacher.Sampling;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    /** Probabilities of 0.5, 0.3, 0.15 and 0.05. */
    private static final float[] LOGITS = {
        (float) Math.log(0.15) + 7, (float) Math.log(0.5) + 7, (float) Math.log(0.05) + 7, (float) Math.log(0.3) + 7
    };

    @Test
    void withoutTemperatureItIsTheLikeliest() {
        assertThat(new Draw(Sampling.of(0, 1), 0).next(LOGITS)).isEqualTo(1);
    }

    @Test
    void withATemperatureOfOneEachComesAsOftenAsTheModelSays() {
        var shares = shares(1, 1);

        assertThat(shares.get(1)).isCloseTo(0.5, within(0.02));
        assertThat(shares.get(3)).isCloseTo(0.3, within(0.02));
        assertThat(shares.get(0)).isCloseTo(0.15, within(0.02));
        assertThat(shares.get(2)).isCloseTo(0.05, within(0.02));
    }

    @Test
    void aLowTemperatureSharpens() {
        // squares: 0.25, 0.09, 0.0225 and 0.0025 of 0.365
        assertThat(shares(0.5, 1).get(1)).isCloseTo(0.25 / 0.365, within(0.02));
    }

    @Test
    void topPLeavesTheLikeliestThatReachIt() {
        assertThat(shares(1, 0.75)).containsOnlyKeys(1, 3);
        assertThat(shares(1, 0.75).get(1)).isCloseTo(0.5 / 0.8, within(0.02));
        assertThat(shares(1, 0.4)).containsOnlyKeys(1);
        assertThat(shares(1, 0.9)).containsOnlyKeys(0, 1, 3);
    }

    @Test
    void aSeedDrawsTheSameAndAnotherChoiceNot() {
        var sampling = Sampling.of(1, 1).withSeed(5);

        assertThat(drawn(new Draw(sampling, 0))).isEqualTo(drawn(new Draw(sampling, 0)));
        assertThat(drawn(new Draw(sampling, 0))).isNotEqualTo(drawn(new Draw(sampling, 1)));
    }

    @Test
    void aLogProbabilityIsThatOfTheModel() {
        assertThat(Draw.logProbability(LOGITS, 3)).isCloseTo(Math.log(0.3), within(1e-6));
        assertThat(Draw.logProbability(new float[] {100, -100}, 0)).isEqualTo(0);
    }

    private static Map<Integer, Double> shares(double temperature, double topP) {
        var draw = new Draw(new Sampling(temperature, topP, 1, 1, 3L, List.of(), false), 0);
        var count = 10_000;
        return IntStream.range(0, count)
                .mapToObj(i -> draw.next(LOGITS))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingDouble(token -> 1.0 / count)));
    }

    private static List<Integer> drawn(Draw draw) {
        return IntStream.range(0, 50).mapToObj(i -> draw.next(LOGITS)).toList();
    }
}
