package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSetsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsEverySetOnceAndEnds(long seed) {
        var quantities = quantities(30, 12, "whole(q)", "q > 2");
        var expected = 0;
        for (int a = 1; a <= 30; a++) {
            for (int b = 1; b <= 12; b++) {
                expected += a % b == 0 && a / b > 2 ? 1 : 0;
            }
        }

        var found = all(quantities, seed);

        assertThat(found).hasSize(expected).doesNotHaveDuplicates();
        assertThat(found.getFirst()).isEqualTo(quantities.original());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void meetsATightDivisibilityAtOnce(long seed) {
        var quantities = quantities(900_000, 900, "whole(q / 365)", "whole(a / 7)", "q > 100");

        var sets = new NumberSets(quantities, new SplittableRandom(seed));
        sets.next();
        for (int i = 0; i < 200; i++) {
            var exact = quantities.evaluate(sets.next());
            assertThat(quantities.conditions()).allMatch(condition -> condition.holds(exact));
        }
    }

    @Test
    void givesTheSameOrderForTheSameSeedAndAnotherForAnother() {
        var quantities = quantities(300, 12, "whole(q)");

        assertThat(all(quantities, 5)).isEqualTo(all(quantities, 5)).isNotEqualTo(all(quantities, 6));
    }

    @Test
    void variesEveryVariableEarly() {
        var sets = all(quantities(300, 12, "whole(q)"), 5).subList(0, 40);

        assertThat(new HashSet<>(sets.stream().map(set -> set.get("a")).toList()))
                .hasSizeGreaterThan(15);
        assertThat(new HashSet<>(sets.stream().map(set -> set.get("b")).toList()))
                .hasSizeGreaterThan(8);
    }

    @Test
    void hasTheOriginalOnlyWhereNothingElseIsAllowed() {
        assertThat(all(quantities(30, 12, "a == 12", "b == 4"), 1)).hasSize(1);
    }

    private static List<Map<String, BigDecimal>> all(Quantities quantities, long seed) {
        var found = new ArrayList<Map<String, BigDecimal>>();
        new NumberSets(quantities, new SplittableRandom(seed)).forEachRemaining(found::add);
        return found;
    }

    /** Variables a = 12 and b = 4 from one up, and q = a / b. */
    private static Quantities quantities(int mostA, int mostB, String... conditions) {
        return new Quantities(
                List.of(variable("a", 12, mostA), variable("b", 4, mostB)),
                Map.of("q", Expression.parse("a / b")),
                List.of(conditions).stream().map(Condition::parse).toList());
    }

    private static Variable variable(String name, int value, int most) {
        return new Variable(
                name,
                Variable.INTEGER,
                null,
                BigDecimal.ONE,
                BigDecimal.valueOf(most),
                BigDecimal.ONE,
                BigDecimal.valueOf(value),
                Variable.USED);
    }
}
