package io.infinimill.generator.evolved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void fillsTheThinTopicsToACommonLevel() {
        var coverage = Coverage.of(
                List.of("ages", "area", "wages", "ratio"), Map.of("ages", 50L, "area", 10L, "wages", 4L), 36);

        assertThat(coverage.quota("ages")).isZero();
        assertThat(List.of(coverage.quota("area"), coverage.quota("wages"), coverage.quota("ratio")))
                .containsExactly(50 / 3.0 - 10, 50 / 3.0 - 4, 50 / 3.0);
    }

    @Test
    void aFewNewProblemsGoToTheThinnestAlone() {
        var coverage = Coverage.of(List.of("ages", "area"), Map.of("ages", 50L, "area", 10L), 5);

        assertThat(coverage.quota("area")).isEqualTo(5);
        assertThat(IntStream.range(0, 100).mapToObj(seed -> coverage.topic("seed" + seed, 1)))
                .containsOnly("area");
    }

    @Test
    void seedsAreDrawnAsTheQuotasSayAndAlwaysTheSameWay() {
        var coverage = Coverage.of(List.of("ages", "area", "wages"), Map.of("ages", 900L, "area", 600L), 3000);
        var drawn = IntStream.range(0, 3000)
                .mapToObj(seed -> coverage.topic("seed" + seed, 1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(drawn.getOrDefault("ages", 0L).doubleValue()).isCloseTo(600, within(80.0));
        assertThat(drawn.getOrDefault("area", 0L).doubleValue()).isCloseTo(900, within(80.0));
        assertThat(drawn.getOrDefault("wages", 0L).doubleValue()).isCloseTo(1500, within(80.0));
        assertThat(coverage.topic("seed7", 1)).isEqualTo(coverage.topic("seed7", 1));
        assertThat(IntStream.range(1, 30)
                        .mapToObj(round -> coverage.topic("seed7", round))
                        .distinct())
                .hasSizeGreaterThan(1);
    }
}
