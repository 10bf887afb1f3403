package io.infinimill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private static final String CODE = "```python\nprint(42)\n```";
    private static final String TEXT = "6*7=42.\nThe answer is 42.";

    @Test
    void respondsInTheStyleThatIsAskedFor() {
        assertThat(sample("program", "print(42)\n", "6*7=42.", "42").response()).isEqualTo(CODE);
        assertThat(sample("worked", "print(42)\n", "6*7=42.", "42").response()).isEqualTo(TEXT);
        assertThat(sample("both", "print(42)\n", "6*7=42.", "42").response()).isEqualTo(TEXT + "\n\n" + CODE);
        assertThat(sample(null, "print(42)\n", "6*7=42.", "42").response()).isEqualTo(TEXT + "\n\n" + CODE);
    }

    @Test
    void respondsWithWhatThereIs() {
        assertThat(sample("both", "print(42)", null, "42").response()).isEqualTo(CODE);
        assertThat(sample("both", null, "6*7=42.", "42").response()).isEqualTo(TEXT);
        assertThat(sample("both", null, null, null).response()).isEmpty();
        assertThat(sample("worked", null, "It is 42.", null).response()).isEqualTo("It is 42.");
    }

    @Test
    void growsHopByHop() {
        var sample = sample(null, null, null, null);

        var further = sample.through(Hop.of("filter", List.of("Plain[]"))).through(Hop.of("judge", List.of()));

        assertThat(further.provenance().hops()).extracting(Hop::stage).containsExactly("filter", "judge");
        assertThat(further.id()).isEqualTo(sample.id());
        assertThat(sample.provenance().hops()).isEmpty();
    }

    @Test
    void keepsTheOrderOfItsValuesAndCannotBeChanged() {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var name : List.of("trays", "rolls", "price", "apples")) {
            values.put(name, BigDecimal.ONE);
        }
        var sample = with(values, List.of("b", "a"));
        values.clear();

        assertThat(sample.values()).containsOnlyKeys("trays", "rolls", "price", "apples");
        assertThat(new ArrayList<>(values(sample).keySet())).containsExactly("trays", "rolls", "price", "apples");
        assertThatThrownBy(() -> values(sample).put("x", BigDecimal.ONE))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesWhatIsMissingInside() {
        var values = new HashMap<String, BigDecimal>();
        values.put("trays", null);

        assertThatThrownBy(() -> with(values, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sample.values.trays is missing");
        assertThatThrownBy(() -> with(null, Arrays.asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sample.substituted[1] is missing");
    }

    @ParameterizedTest
    @CsvSource({"1e1001", "1e-1001", "1e999999999"})
    void refusesNumbersThatCannotBeWrittenOut(BigDecimal value) {
        assertThatThrownBy(() -> with(Map.of("trays", value), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sample.values.trays is %s, beyond 1000 digits", value);
        assertThatThrownBy(() -> new Variable(
                        "a", "integer", null, BigDecimal.ONE, value, BigDecimal.ONE, BigDecimal.ONE, "used"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Variable.max is %s, beyond 1000 digits", value);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void aJudgementHasAScoreThatJsonCanWrite(Double score) {
        assertThatThrownBy(() -> new Judgement("Rubric[]", score, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Judgement.score is %s, which JSON cannot write", score);
    }

    @Test
    void theDetailOfARejectionHasOnlyWhatFilesAndDatabasesHold() {
        var rejected = new SampleRejected(
                sample(null, null, null, null), "judge", "judging", "raised", "a\0b\ud800c\ud83c\udf4e");

        assertThat(rejected.detail()).isEqualTo("a\ufffdb\ufffdc\ud83c\udf4e");
    }

    private static Map<String, BigDecimal> values(Sample sample) {
        var values = sample.values();
        return values == null ? Map.of() : values;
    }

    private static Sample with(@Nullable Map<String, BigDecimal> values, @Nullable List<String> substituted) {
        return new Sample(
                "id",
                "job",
                "set",
                "math",
                null,
                null,
                null,
                values,
                substituted,
                null,
                "?",
                null,
                null,
                null,
                null,
                new Provenance("r", List.of()));
    }

    private static Sample sample(
            @Nullable String style, @Nullable String program, @Nullable String solution, @Nullable String answer) {
        return new Sample(
                "id",
                "job",
                "set",
                "math",
                null,
                null,
                null,
                null,
                null,
                null,
                "?",
                style,
                program,
                solution,
                answer,
                new Provenance("r", List.of()));
    }
}
