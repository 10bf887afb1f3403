package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncheckedSolutionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The jars bring 36 * $7 = $252.",
                "That is 3 dozen pens x 12 pens each = 36 pens.",
                "20% of the 50 eggs are 0.2 * 50 = 10 eggs.",
                "In all (2 + 3) * 4 = 20.",
                "He sold 3 + 2 * 10 = 3 + 20 = 23 pies.",
                "They eat 1 * 1/2 = 1/2 of it.",
                "Since x + x + 4 = 120, each has 58.",
                "Then (X+10) + (X+10)*1/2 = 45.",
                "Brenda weighs 3*m + 10 = 220 pounds.",
                "Let the price be p = 14 dollars.",
                "There are 12 eggs.",
                ""
            })
    void believesWhatIsRightOrNoComputation(String line) {
        assertThat(new UncheckedSolution(line).wrongLine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The jars bring 36 * $7 = $262.",
                "In May she sold 96 * 2 = 184 clips.",
                "He sold 3 + 2 * 10 = 3 + 20 = 50 pies.",
                "In all 2 apples + 3 pears = 6 pieces.",
                "In all 2 * 3 = <<2*3=6>>7 pieces.",
                "Half of it is 50 / 2 = 20, and 20 + 5 = 25.",
                "That is (2 + 3) * 4 = 14.",
                // rounded: what follows from it would be rounded too
                "Each gets 10 / 3 = 3.33 litres."
            })
    void namesTheLineWithAWrongResult(String line) {
        assertThat(new UncheckedSolution("First 1 + 1 = 2.\n" + line).wrongLine())
                .contains(new UncheckedSolution(line).text());
    }

    @Test
    void dropsAnnotations() {
        assertThat(new UncheckedSolution("She has 48/2 = <<48/2=24>>24 clips. ").text())
                .isEqualTo("She has 48/2 = 24 clips.");
    }
}
