package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Decoupling.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A seed that a stranger wrote costs seconds at worst. */
class LongSeedsTest {

    private static final String WORKED = "She has 5 + 5 = <<5+5=10>>10 pens.";

    static Arguments[] tooLong() {
        return new Arguments[] {
            Arguments.of("numbers in the question", "Many" + " 5".repeat(3000) + " pens. How many?", WORKED),
            Arguments.of("numbers in the question", "Many" + " 5".repeat(1000) + " pens. How many?", WORKED),
            Arguments.of("characters in the question", "Ada has 5 pens. " + "x".repeat(1 << 20), WORKED),
            Arguments.of("characters in the solution", "Ada has 5 pens and 5 pens.", WORKED.repeat(30_000)),
            Arguments.of("numbers in the solution", "Ada has 5 pens and 5 pens.", "5 ".repeat(4000)),
            Arguments.of("computations", "Ada has 5 pens and 5 pens.", WORKED.repeat(70)),
        };
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    @Timeout(10)
    void areRefusedAtOnce(String what, String question, String solution) {
        assertThat(Drafts.drafted("gsm8k", question, "10", solution))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.toString())
                                .isEqualTo("too_long"));
    }

    static Arguments[] awkward() {
        return new Arguments[] {
            Arguments.of("one word", "x".repeat(3900) + ". Ada has 5 pens and 5 pens.", WORKED),
            Arguments.of("a list without end", "Ada has 5 pens and 5 pens" + ", a".repeat(1300), WORKED),
            Arguments.of("words", "Ada has 5 pens and 5 pens " + "a b ".repeat(950), WORKED),
            Arguments.of("a long line", "Ada has 5 pens and 5 pens.", "or a, b" + ", a".repeat(3000) + WORKED),
            Arguments.of("spaces", "Ada has 5 pens and 5 pens." + " ".repeat(3900), WORKED + " ".repeat(9000)),
            Arguments.of("brackets", "Ada has 5 pens.", "<<" + "(".repeat(4900) + "5" + ")".repeat(4900) + "=5>>5"),
            Arguments.of("signs", "Ada has 5 pens.", "<<" + "-".repeat(9000) + "5=5>>5"),
            Arguments.of("plain brackets", "Ada has 5 pens.", "(".repeat(4900) + "5" + ")".repeat(4900) + " = 5"),
            Arguments.of("equals signs", "Ada has 5 pens.", "5 " + "= ".repeat(4900) + "5"),
            Arguments.of("a sum", "Ada has 5 pens.", "5" + "+5".repeat(590) + " = 2955"),
            Arguments.of("digits", "Ada has 5 pens.", "5" + "0".repeat(9000) + " + 5 = 7"),
            Arguments.of("number words", "Ada has" + " five".repeat(59) + " pens.", WORKED.repeat(20)),
            Arguments.of("sixty of each", "Ada has" + " 5 pens,".repeat(59) + " x.", WORKED.repeat(50)),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkward")
    @Timeout(20)
    void areReadOrRefused(String name, String question, String solution) {
        assertThat(Drafts.drafted("gsm8k", question, "10", solution)).isNotNull();
    }

    @Test
    void countTheThingsOfAList() {
        assertThat(Counted.lists("Ada, Ben, Cleo and Dan walk. Red or blue ones, he says."))
                .isEqualTo(Set.of(2, 4));
    }

    @Test
    void knowALaterMentionOfTheSameQuantity() {
        var problem = new Problem("x ".repeat(500) + "Ada has 12 cakes. She sells the 12 cakes for $3 each.");

        assertThat(problem.original(1)).isZero();
        assertThat(problem.original(2)).isEqualTo(2);
    }
}
