package io.infinimill.generator.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SvampSeedsTest {

    private final SvampSeeds format = new SvampSeeds();

    @Test
    void joinsBodyAndQuestion() {
        var seed = format.read("own", """
                {"Body": "Ida had 9 pens and lost 2", "Question": "How many are left?", "Equation": "( 9.0 - 2.0 )", "Answer": 7.0}""");

        assertThat(seed.question()).isEqualTo("Ida had 9 pens and lost 2. How many are left?");
        assertThat(seed.answer()).isEqualTo("7");
        assertThat(seed.solution()).isEqualTo("( 9.0 - 2.0 )");
    }

    @Test
    void putsTheNumbersBackIntoAMaskedQuestion() {
        var seed = format.read("own", """
                {"Question": "ida had number0 pens and lost number1 . left ?", "Numbers": "9 2.0", "Equation": "- number0 number1", "Answer": "7.0"}""");

        assertThat(seed.question()).isEqualTo("ida had 9 pens and lost 2 . left ?");
        assertThat(seed.solution()).isEqualTo("- number0 number1");
    }

    @Test
    void refusesAMaskWithoutNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.read("own", """
                        {"Question": "number3 ?", "Numbers": "9 2", "Equation": "number3", "Answer": "7"}"""))
                .withMessage("question has number3 but Numbers has only 2 values");
    }
}
