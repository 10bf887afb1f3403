package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void limitsTheAnswerByWhatThereIs() {
        var template = Drafts.decoupled(
                "A team won 14 of its 20 games. There are 10 games left. How many more games must it win to win 2/3 of all games?",
                "6",
                """
                There are 20 + 10 = <<20+10=30>>30 games.
                It must win 30 * 2/3 = <<30*2/3=20>>20 games.
                It must win 20 - 14 = <<20-14=6>>6 more games.""");
        assertThat(template.conditions()).contains(template.answer() + " <= games_left");
    }

    @Test
    void keepsSharesOfAWholeWithinIt() {
        var template = Drafts.decoupled(
                "Of 200 tulips 30% are red and 20% are white. How many tulips are red or white?", "100", """
                There are 200 * 30/100 = <<200*30/100=60>>60 red tulips.
                There are 200 * 20/100 = <<200*20/100=40>>40 white tulips.
                Together 60 + 40 = <<60+40=100>>100 tulips.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.endsWith("<= 100"));
    }

    @Test
    void keepsTheGirlsFewerThanThePupils() {
        var template = Drafts.decoupled(
                "Half of a class of 40 pupils like tea. A third of the girls like milk. If there are 24 girls in the class, how many pupils like tea or milk?",
                "28",
                """
                40 / 2 = <<40/2=20>>20 pupils like tea.
                24 / 3 = <<24/3=8>>8 girls like milk.
                20 + 8 = <<20+8=28>>28 like one of them.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.matches("girls <= .*pupils.*"));
    }
}
