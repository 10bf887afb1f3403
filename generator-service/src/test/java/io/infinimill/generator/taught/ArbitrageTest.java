package io.infinimill.generator.taught;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TrackRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArbitrageTest {

    private static final List<String> TEACHERS = List.of("dear", "cheap", "poor");
    private static final int SEEDS = 400;

    private final Map<String, TrackRecord> records = new HashMap<>();

    /** What a teacher is really like. */
    private record Nature(double success, String price) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCheapestPerTemplateIsAskedAndAChangeIsNoticed(long seed) {
        var random = new SplittableRandom(seed);
        // per template: 4 / 0.9 = 4.4, 1 / 0.5 = 2, 0.5 / 0.05 = 10
        var before =
                Map.of("dear", new Nature(0.9, "4"), "cheap", new Nature(0.5, "1"), "poor", new Nature(0.05, "0.5"));
        assertThat(ask(before, random)).containsEntry("cheap", true);

        // the cheap one turns bad: 1 / 0.04 = 25
        var after =
                Map.of("dear", new Nature(0.9, "4"), "cheap", new Nature(0.04, "1"), "poor", new Nature(0.05, "0.5"));
        assertThat(ask(after, random)).containsEntry("dear", true);

        assertThat(ask(before, random)).containsEntry("cheap", true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whereNoneCostsMoneyTokensDecide(long seed) {
        var natures =
                Map.of("dear", new Nature(0.5, "0"), "cheap", new Nature(0.45, "0"), "poor", new Nature(0.05, "0"));

        assertThat(ask(natures, new SplittableRandom(seed))).containsEntry("cheap", true);
    }

    /** Which teachers got most of the last quarter of the seeds. */
    private Map<String, Boolean> ask(Map<String, Nature> natures, SplittableRandom random) {
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < SEEDS; i++) {
            var chosen = Arbitrage.choose(TEACHERS, records, random);
            var nature = Objects.requireNonNull(natures.get(chosen));
            records.put(
                    chosen,
                    records.getOrDefault(chosen, TrackRecord.NONE)
                            .after(
                                    random.nextDouble() < nature.success(),
                                    new BigDecimal(nature.price()),
                                    chosen.equals("dear") ? 900 : 300));
            if (i >= SEEDS * 3 / 4) {
                last.merge(chosen, 1, Integer::sum);
            }
        }
        var most = new HashMap<String, Boolean>();
        last.forEach((teacher, count) -> most.put(teacher, count > SEEDS / 4 * 0.7));
        return most;
    }
}
