package io.infinimill.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void a_template_never_straddles_two_splits() {
        IntStream.range(0, 200)
                .forEach(template -> assertThat(IntStream.range(0, 50)
                                .mapToObj(variant -> split(template, variant))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void templates_divide_about_90_to_5_to_5() {
        var shares = IntStream.range(0, 10_000)
                .mapToObj(template -> split(template, 0))
                .collect(Collectors.groupingBy(split -> split, Collectors.counting()));
        assertThat(shares.get(Split.TRAIN)).isBetween(8_900L, 9_100L);
        assertThat(shares.get(Split.VALIDATION)).isBetween(400L, 600L);
        assertThat(shares.get(Split.TEST)).isBetween(400L, 600L);
    }

    @Test
    void samples_without_a_template_divide_by_their_own_ids() {
        Map<Split, Long> shares = IntStream.range(0, 1_000)
                .mapToObj(i -> new StoredSample(TestEvents.foreign("mine-" + i, "Why?", "42"), List.of()).split())
                .collect(Collectors.groupingBy(split -> split, Collectors.counting()));
        assertThat(shares).hasSize(3);
    }

    private static Split split(int template, int variant) {
        return new StoredSample(TestEvents.sample(template, variant), List.of()).split();
    }
}
