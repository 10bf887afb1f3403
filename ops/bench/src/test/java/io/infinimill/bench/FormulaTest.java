package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final List<BigDecimal> NUMBERS =
            List.of(new BigDecimal("18"), new BigDecimal("10"), new BigDecimal("4"));

    @ParameterizedTest
    @CsvSource({
        "- number0 number1, 8, ( 18 - 10 )",
        "/ * number0 number1 number2, 45, ( ( 18 * 10 ) / 4 )",
        "+ number0 / number1 4.0, 20.5, ( 18 + ( 10 / 4.0 ) )",
    })
    void readsPrefixAndPrintsInfixOfBareNumbers(String prefix, BigDecimal value, String infix) {
        var formula = Formula.prefix(prefix);

        assertThat(formula.evaluate(NUMBERS::get)).isEqualByComparingTo(value);
        assertThat(formula.print(NUMBERS)).isEqualTo(infix);
        assertThat(Formula.infix(infix).evaluate(NUMBERS::get)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"48/2, 24", "2+3*4, 14", "(2+3)*4, 20", "10-4-3, 3", ".5*8, 4", "'$1,200*2', 2400"})
    void readsInfixWithTheUsualPrecedence(String infix, BigDecimal value) {
        assertThat(Formula.infix(infix).evaluate(NUMBERS::get)).isEqualByComparingTo(value);
    }

    @Test
    void refusesWhatIsNoArithmetic() {
        assertThatThrownBy(() -> Formula.infix("2x+3")).hasMessage("'2x+3' cannot be read at 1");
        assertThatThrownBy(() -> Formula.prefix("+ 1 2 3")).hasMessage("'+ 1 2 3' has too many operands");
    }
}
