package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListedTest {

    @Test
    void keepsTheHeadsOfAFamily() {
        var template = Drafts.decoupled(
                "Vera buys ferry tickets for herself, her husband and 4 children. The 6 tickets cost $14 each. How much does she pay?",
                "84",
                "She pays 6 * 14 = <<6*14=84>>$84.");
        assertThat(Drafts.values(template)).containsExactly(14);
    }

    @Test
    void keepsAsManyGroupsAsAreNamed() {
        var template = Drafts.decoupled(
                "Ben has 40 stones. He paints 13 stones blue. He divides the others equally into 3 groups, and paints them red, green, and white. How many stones are red?",
                "9",
                """
                After the blue ones there are 40 - 13 = <<40-13=27>>27 stones.
                Red are 27 / 3 = <<27/3=9>>9 stones.""");
        assertThat(Drafts.values(template)).containsExactly(40, 13);
    }

    @Test
    void keepsAsManyNightsAsAreListedAndTonight() {
        var template = Drafts.decoupled(
                "Ida works five days a week. In the past nights she earned $20, $60, $15, and $40. What must she earn tonight for a mean of $50 a night?",
                "115",
                """
                She needs 5 * 50 = <<5*50=250>>$250 in all.
                She has 20 + 60 + 15 + 40 = <<20+60+15+40=135>>$135.
                So she must earn 250 - 135 = <<250-135=115>>$115.""");
        assertThat(Drafts.values(template)).doesNotContain(5);
    }
}
