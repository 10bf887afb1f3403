package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearEquationsTest {

    @Test
    void solvesForTheUnknown() {
        var problem = new Problem(
                "A vat holds 3 times as much as a tub. Together they hold 48 liters. How much does the tub hold?");
        var worked = CalculatorNotes.read("Let t be the tub.\n3t + t = 48\n4t = 48\nt = 12");
        var equations = LinearEquations.extend(problem, worked).equations();
        assertThat(equations).hasSize(1);
        assertThat(equations.getFirst().shape().print()).isEqualTo("o0 / (o1 + o2)");
        assertThat(equations.getFirst().result()).hasToString("12");
    }

    @Test
    void writesASolutionWithoutNeedlessSigns() {
        var problem = new Problem(
                "A mast is 12 feet longer than twice its base. Together they are 90 feet long. How long is the base?");
        var worked = CalculatorNotes.read("Let b be the base.\n12 + 2b = 90 - b\nb = 26");
        assertThat(LinearEquations.extend(problem, worked).equations())
                .extracting(equation -> equation.shape().print())
                .containsExactly("(o0 - o1) / (o2 + o3)");
    }
}
