package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersTest {

    @Test
    void keepsANumberThatTheSolutionMayImplyOtherwise() {
        var template = Drafts.decoupled(
                "Rosa cycles to her office and home again, and once more after lunch. A ride is 3 miles. How many miles does she ride in 4 weeks if she works 5 days a week?",
                "240",
                """
                She rides 4 times a day, so 3*4 = <<3*4=12>>12 miles a day.
                In a week she rides 12*5 = <<12*5=60>>60 miles.
                In 4 weeks she rides 60*4 = <<60*4=240>>240 miles.""");
        assertThat(Drafts.values(template)).doesNotContain(4);
    }

    @Test
    void keepsANumberThatAlsoLabelsSomethingElse() {
        var template = Drafts.decoupled(
                "A strip of paper is 96 cm long. Ben folds it in half, and again, and again. He then glues 3 such strips together. He has 7 friends. How long is it in cm?",
                "36",
                """
                After the three foldings it is 96 / 8 = <<96/8=12>>12 cm long.
                Glued it is 12 * 3 = <<12*3=36>>36 cm long.""");
        assertThat(Drafts.values(template)).doesNotContain(3);
    }
}
