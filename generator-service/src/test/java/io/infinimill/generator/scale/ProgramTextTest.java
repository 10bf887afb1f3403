package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTextTest {

    @Test
    void writesAFunctionWithDocstringAndACommentPerComputation() {
        assertThat(ProgramText.of(Ranges.infer(Problems.muffins())).source(true))
                .isEqualTo("""
                        def solve(trays, muffins, box):
                            \"""Purpose: what is asked
                            Variables:
                                trays (integer, trays): 3 to 14
                                muffins (integer, muffins): 6 to 26
                                box (integer, muffins): 4 to 18
                            Expected output: boxes (integer, boxes)
                            \"""
                            # muffins baked
                            baked = trays * muffins
                            # boxes filled
                            boxes = baked // box
                            return boxes
                        """);
    }

    @Test
    void omitsTheDocstringOnRequest() {
        assertThat(ProgramText.of(Problems.ages()).source(false)).isEqualTo("""
                        def solve(marbles, tim, times):
                            # age of the aunt
                            aunt = tim * times
                            return aunt
                        """);
    }

    @Test
    void takesNoDivisionToBeExactWhereNothingIsAssured() {
        assertThat(ProgramText.of(Problems.muffins()).unassured(false)).contains("boxes = baked / box");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    integer | a * b / 100          | result = a * b // 100
                    integer | a - b / 2            | result = a - b // 2
                    integer | a / 100 * b          | result = a / 100 * b
                    decimal | a / b                | result = a / b
                    decimal | floor(a / b)         | result = floor(a / b)
                    decimal | floor(a / p)         | result = floor(round(a / p, 9))
                    decimal | ceil(a * p)          | result = ceil(round(a * p, 9))
                    decimal | a // p               | result = floor(round(a / p, 9))
                    decimal | round(a / b)         | result = floor(round(a / b + 0.5, 9))
                    decimal | max(a, b) // 3       | result = max(a, b) // 3
                    decimal | sqrt(a)              | result = sqrt(a)
                    decimal | a ** 2 % b           | result = a ** 2 % b
                    """)
    void writesWhatIsWholeAsAnInt(String type, String expression, String line) {
        var variables = List.of(
                Problems.variable("a", "things", "4"),
                Problems.variable("b", "things", "2"),
                Problems.decimal("p", "dollars", "0.5"));
        var steps = List.of(Problems.step("result", expression, type, "things", "the result"));

        assertThat(new ProgramText("solve", "x", variables, steps, List.of(), "result").source(false))
                .contains("    " + line + "\n");
    }

    @Test
    void roundsAwayTheNoiseOfFloatsWhereTheConditionsSayHowManyDecimalsThereAre() {
        var template = Ranges.infer(Problems.lemonade());

        assertThat(ProgramText.of(template).source(false)).contains("return round(back, 2)");
    }

    @Test
    void importsWhatItCalls() {
        assertThat(ProgramText.of(Problems.paint()).source(false)).startsWith("from math import ceil\n\n\ndef solve(");
    }

    @Test
    void callsTheFunctionByName() {
        assertThat(ProgramText.call(
                        "f",
                        List.of("a", "price"),
                        Map.of("a", new BigDecimal("1E+2"), "price", new BigDecimal("4.50"))))
                .isEqualTo("print(f(a=100, price=4.5))");
    }

    @Test
    void refusesNamesThatCollide() {
        var variables = List.of(Problems.variable("a", "things", "4"));
        var steps = List.of(Problems.step("a", "a + 1", "integer", "things", "one more"));

        assertThatThrownBy(() -> new ProgramText("solve", "x", variables, steps, List.of(), "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a' names two parts of one program, among [solve, a, a]. Maybe 'a_2'");
    }

    @ParameterizedTest
    @CsvSource({"Red apples, red_apples", "class, class_value", "3 pens, n_3_pens", "max, max_value", "taken, taken_2"})
    void findsAFreeName(String wanted, String name) {
        assertThat(ProgramNames.free(wanted, List.of("taken"))).isEqualTo(name);
    }
}
