package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedChainTest {

    @Test
    void recomputesTheAnswerForOtherNumbers() {
        var chain = WorkedChain.of(
                "She sold 48 clips in April and half as many in May. How many altogether?",
                numbers("48"),
                "In May 48/2 = <<48/2=24>>24.\nAltogether 48+24 = <<48+24=72>>72.",
                "72");

        assertThat(chain)
                .hasValueSatisfying(
                        found -> assertThat(found.recompute(numbers("60"))).isEqualByComparingTo("90"));
    }

    @Test
    void followsPercentages() {
        var chain = WorkedChain.of(
                "A coat of $80 is sold with a 25% discount. What is the discount?",
                numbers("80 25"), "It is 80*.25 = $<<80*.25=20>>20.", "20");

        assertThat(chain)
                .hasValueSatisfying(
                        found -> assertThat(found.recompute(numbers("90 10"))).isEqualByComparingTo("9"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "equal numbers, He has 5 pens and 5 caps. How many things?, 5 5, <<5+5=10>>, 10",
        "a result that was there, He has 6 pens and gets 2 and 8 more., 6 2 8, <<6+2=8>>8 <<8+8=16>>, 16",
        "a constant that nothing says, He has 6 pens. How many?, 6, <<6*31=186>>, 186",
        "a computation without annotation, He has 6 of 20 pens., 6 20, 20-6 = 14 <<20+6=26>>, 26",
        "a number that a word may bring, He works 7 hours each day of the week., 7, <<7*7=49>>, 49",
        "an answer that is not reached, He has 6 of 20 pens., 6 20, <<20-6=14>>, 15",
    })
    void refuses(String what, String question, String numbers, String solution, String answer) {
        assertThat(WorkedChain.of(question, numbers(numbers), solution, answer))
                .as(what)
                .isEmpty();
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
