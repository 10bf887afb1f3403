package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearFormulaTest {

    private final Problem problem = new Problem("two carts roll 30 m in 5 s . how far in 8 s ?");

    @Test
    void countsTheNumbersInDigitsOnly() throws Unreadable {
        var worked = LinearFormula.read(problem, "divide(n0,n1)|multiply(#0,n2)|");
        assertThat(worked.equations())
                .extracting(equation -> equation.shape().print())
                .containsExactly("q1 / q2", "s0 * q3");
        assertThat(worked.equations().getLast().result()).hasToString("48");
    }

    @Test
    void refusesAnUnknownOperation() {
        assertThatThrownBy(() -> LinearFormula.read(problem, "wobble(n0)")).hasMessage("unknown_operation: wobble");
    }
}
