package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorNotesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Ada sews 6*4=<<6*4=24>>24 caps.              | o0 * o1 = 24
            Ada sews 6 x 4 = 24 caps.                    | o0 * o1 = 24
            She pays 3 rolls/box * 5 boxes = $15 in all. | o0 * o1 = 15
            That is 7(3)=21 pots.                        | o0 * o1 = 21
            She loses .5*8 = <<.5*8=4>>4 beads.          | o0 * o1 = 4
            A part is 20% * 40 = <<40*.01*20=8>>8 miles. | o0 * o1 * o2 = 8
            A part is 20% * 40 = 8 miles.                | o0 / o1 * o2 = 8
            She says that 3 + 3 = 7.                     | ''
            There are <<12=12>>12 of them.               | ''
            """)
    void readsNotedAndPlainArithmetic(String line, String expected) {
        assertThat(CalculatorNotes.read(line).equations().stream()
                        .map(equation -> equation.shape().print() + " = " + equation.result())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected == null || expected.equals("''") ? "" : expected);
    }

    @Test
    void placesOperandsAndResultInTheProse() {
        var worked = CalculatorNotes.read("Each of the 6 hats needs 2 pins, 6*2=$<<6*2=12>>12.");
        var equation = worked.equations().getFirst();
        assertThat(worked.lines()).containsExactly("Each of the 6 hats needs 2 pins, 6*2=$12.");
        assertThat(equation.operands().getFirst().start()).isEqualTo(33);
        assertThat(equation.resultStart()).isEqualTo(38);
    }
}
