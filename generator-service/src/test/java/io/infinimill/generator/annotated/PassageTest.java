package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The bread costs 3*2=<<3*2=6>>6 dollars. | The bread costs | dollars",
                "He buys 3 loaves at 2 dollars so the bread costs 3*2=<<3*2=6>>6 dollars in all | the bread costs | dollars in all",
                "There are 3 boys and 2 girls, 3*2=<<3*2=6>>6 pairs of the 3 kinds | \"\" | pairs",
                "If they walk 3*2=<<3*2=6>>6 miles, they rest. | they walk | miles",
                "3*2=<<3*2=6>>6. | \"\" | \"\"",
            })
    void keepsTheWordsAroundAComputationThatHaveNoNumbers(String line, String lead, String tail) {
        assertThat(Passage.of(CalculatorNotes.read(line), 0)).isEqualTo(new Passage(lead, tail));
    }
}
