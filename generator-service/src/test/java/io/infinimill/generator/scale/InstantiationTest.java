package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.model.Template;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstantiationTest {

    private static final Template MUFFINS = Ranges.infer(Problems.muffins());

    @Test
    void fillsInTheGivenNumbers() {
        var instantiation = Instantiation.of(MUFFINS, values("trays", "4", "muffins", "10", "box", "5"));

        assertThat(instantiation.question())
                .isEqualTo(
                        "Mira bakes 4 trays of 10 muffins and packs them in boxes of 5. How many boxes does she fill?");
        assertThat(instantiation.solution()).isEqualTo("She bakes 4 * 10 = 40 muffins.\nShe fills 40 / 5 = 8 boxes.");
        assertThat(instantiation.answer()).isEqualTo("8");
        assertThat(instantiation.program())
                .contains("baked // box")
                .endsWith("print(solve(trays=4, muffins=10, box=5))\n");
        assertThat(instantiation.outsideRange()).isEmpty();
    }

    @Test
    void listsWhatIsOutsideItsRangeAndComputesAllTheSame() {
        var instantiation = Instantiation.of(MUFFINS, values("trays", "1", "muffins", "10", "box", "5"));

        assertThat(instantiation.outsideRange()).containsExactly("trays");
        assertThat(instantiation.question()).startsWith("Mira bakes 1 tray of 10 muffins");
        assertThat(instantiation.answer()).isEqualTo("2");
    }

    @Test
    void listsWhatBreaksAConditionAndCutsNoRemainderOff() {
        var instantiation = Instantiation.of(MUFFINS, values("trays", "5", "muffins", "10", "box", "4"));

        assertThat(instantiation.outsideRange()).containsExactly("trays", "muffins", "box");
        assertThat(instantiation.answer()).isEqualTo("12.5");
        assertThat(instantiation.program()).contains("boxes = baked / box");
    }

    @Test
    void namesEveryValueThatIsMissingUnknownOrMistyped() {
        assertThatThrownBy(() -> Instantiation.of(MUFFINS, values("trays", "1.5", "muffins", "10", "lid", "5")))
                .isInstanceOf(InvalidValues.class)
                .hasMessage("""
                        'trays' must be an integer and is 1.5
                        'box' is missing (integer, 4 to 18)
                        'lid' is unknown; known: trays, muffins, box""");
    }

    @Test
    void saysThatADivisionByZeroHasNoAnswer() {
        assertThatThrownBy(() -> Instantiation.of(MUFFINS, values("trays", "5", "muffins", "10", "box", "0")))
                .isInstanceOf(InvalidValues.class)
                .hasMessage(
                        "these numbers give no answer: division by zero. Maybe another value for one of [trays, muffins, box]");
    }

    @Test
    void refusesNumbersTooLongForAProblem() {
        assertThatThrownBy(() -> Instantiation.of(MUFFINS, values("trays", "1e999", "muffins", "10", "box", "5")))
                .hasMessage("'trays' has more than 40 digits");
    }

    private static Map<String, BigDecimal> values(String... namesAndNumbers) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            values.put(namesAndNumbers[i], new BigDecimal(namesAndNumbers[i + 1]));
        }
        return values;
    }
}
