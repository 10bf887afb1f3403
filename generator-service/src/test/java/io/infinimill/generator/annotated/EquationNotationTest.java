package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EquationNotationTest {

    private final Problem problem =
            new Problem("Nils had 9 drums and 4 horns. He sold 2 drums. How many drums are left?");

    @Test
    void readsInfixOverTheNumbersThemselves() throws Unreadable {
        var equation =
                EquationNotation.read(problem, "( 9.0 - 2.0 )").equations().getFirst();
        assertThat(equation.shape().print()).isEqualTo("o0 - o1");
        assertThat(equation.result()).hasToString("7");
    }

    @Test
    void readsPrefixOverTheirPositions() throws Unreadable {
        var equation =
                EquationNotation.read(problem, "- number0 number2").equations().getFirst();
        assertThat(equation.shape().print()).isEqualTo("q0 - q2");
    }

    @Test
    void refusesWhatIsNoEquation() {
        assertThatThrownBy(() -> EquationNotation.read(problem, "9 -")).hasMessageStartingWith("unreadable_equation");
    }
}
