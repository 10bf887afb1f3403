package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramFormTest {

    private static final Map<String, BigDecimal> VALUES =
            Map.of("cost", new BigDecimal("4.50"), "count", BigDecimal.valueOf(3), "rest", BigDecimal.valueOf(-2));

    @Test
    void putsNumbersInTheProgramAndTakesTheParameterAndItsLineAway() {
        var source = """
                def total(cost, count, rest):
                    \"""Purpose: cost of all
                    Variables:
                        cost (decimal, dollars): 1 to 9
                        count (integer): 2 to 6
                        rest (integer): 1 to 2
                    Expected output: total_cost (decimal)
                    \"""
                    # cost times count
                    total_cost = cost * count - rest ** 2
                    return total_cost
                """;

        assertThat(form(source, "total", Set.of("cost", "rest"))).isEqualTo("""
                        def total(count):
                            \"""Purpose: cost of all
                            Variables:
                                count (integer): 2 to 6
                            Expected output: total_cost (decimal)
                            \"""
                            # cost times count
                            total_cost = 4.5 * count - (-2) ** 2
                            return total_cost

                        print(total(count=3))
                        """);
    }

    @Test
    void leavesNoParameterWhereAllAreSubstituted() {
        assertThat(form("def f(cost, count, rest):\n    return cost\n", "f", VALUES.keySet()))
                .isEqualTo("def f():\n    return 4.5\n\nprint(f())\n");
    }

    @Test
    void readsATeachersProgramWithAnnotationsKeywordsStringsAndFurtherFunctions() {
        var source = """
                import math

                def half(cost):
                    return cost / 2

                def f(cost: float, count: int = 2, rest: int = 0) -> float:
                    '''cost: the cost.'''
                    label = 'cost'  # the cost
                    return half(cost=cost) + math.floor(count) + self.cost
                """;

        assertThat(form(source, "f", Set.of("cost")))
                .contains("def half(cost):\n    return cost / 2\n")
                .contains("def f(count: int = 2, rest: int = 0) -> float:\n")
                .contains("label = 'cost'  # the cost\n")
                .contains("return half(cost=4.5) + math.floor(count) + self.cost\n")
                .endsWith("\n\nprint(f(count=3, rest=-2))\n");
    }

    @Test
    void assignsTheNumberWhereTheProgramChangesTheVariable() {
        assertThat(form("def f(cost, count, rest):\n    cost += 1\n    return cost\n", "f", Set.of("cost")))
                .startsWith("def f(count, rest):\n    cost = 4.5\n    cost += 1\n    return cost\n");
    }

    @Test
    void assignsTheNumberWhereTheVariableStandsInAnFString() {
        assertThat(form("def f(cost, count, rest):\n    return f'{cost}'\n", "f", Set.of("cost")))
                .startsWith("def f(count, rest):\n    cost = 4.5\n    return f'{cost}'\n");
    }

    @Test
    void omitsTheDocstringOnRequest() {
        var source = "def f(cost, count, rest):\n    \"\"\"What.\"\"\"\n    return cost\n";

        assertThat(new ProgramForm(source, "f", List.of("cost", "count", "rest"), Set.of(), false).fill(VALUES))
                .isEqualTo("def f(cost, count, rest):\n    return cost\n\nprint(f(cost=4.5, count=3, rest=-2))\n");
    }

    private static String form(String source, String function, Set<String> substituted) {
        return new ProgramForm(source, function, List.of("cost", "count", "rest"), substituted, true).fill(VALUES);
    }
}
