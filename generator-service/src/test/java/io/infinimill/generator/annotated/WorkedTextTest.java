package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.model.Seed;
import org.junit.jupiter.api.Test;

class WorkedTextTest {

    @Test
    void bindsANumberOfTheProseToTheOperandOfItsLine() {
        assertThat(text(
                        "A van drives 60 miles at 20 miles per hour. How many hours does it take?",
                        "3",
                        "As the van drives at 20 miles per hour, the 60 miles take 60/20=<<60/20=3>>3 hours."))
                .isEqualTo("As the van drives at {miles_per_hour} miles per hour, the {miles} miles take"
                        + " {miles}/{miles_per_hour}={hours} hours.");
    }

    @Test
    void writesAPercentageAsTheDecimalThatStoodThere() {
        assertThat(text(
                        "A desk costs $300. Taxes add 20%. How much do the taxes add?",
                        "60", "The taxes add 300*.2=$<<300*.2=60>>60."))
                .isEqualTo("The taxes add {desk_costs_dollars}*{taxes_add_percent / 100}=${taxes_add}.");
    }

    @Test
    void computesTheFormulaWhereTheLineHidesAnOperand() {
        assertThat(text(
                        "A jar holds 1/4 of a tank. The tank holds 80 cups. How many cups does the jar hold?",
                        "20",
                        "The jar holds .25*80=<<1/4*80=20>>20 cups."))
                .isEqualTo("The jar holds 1 / {denominator_of_tank} * {cups} = {jar_holds_cups} cups.");
    }

    @Test
    void leavesOutTheClauseWhoseNumberNothingExplains() {
        assertThat(text(
                        "Ola picks 9 plums a day. How many plums does she pick in 4 days?",
                        "36",
                        "Since Ola lives in house 77, she picks 9*4=<<9*4=36>>36 plums."))
                .isEqualTo("She picks {plums_per_day}*{days}={plums} plums.");
    }

    @Test
    void showsTheBareComputationWhereNoWordsAreLeft() {
        assertThat(text(
                        "Ola picks 9 plums a day. How many plums does she pick in 4 days?",
                        "36",
                        "The 77 plums are reduced to 9*4=<<9*4=36>>36 plums."))
                .isEqualTo("The answer is {plums_per_day} * {days} = {plums} plums.");
    }

    @Test
    void keepsTheSentencesBesideOneThatIsLeftOut() {
        assertThat(text(
                        "Ola picks 9 plums a day. How many plums does she pick in 4 days?",
                        "36",
                        "Plums have 41 names. Ola picks 9*4=<<9*4=36>>36 plums."))
                .isEqualTo("Ola picks {plums_per_day}*{days}={plums} plums.");
    }

    @Test
    void solvesAnEquationInOneStepWhereItsLinesCannotAllBeSaid() {
        assertThat(text(
                        "Ivo has 3 times as many coins as Mia. Together they have 48 coins. How many coins does Mia have?",
                        "12",
                        """
                        Let m be the number of coins Mia has.
                        m+3m=48
                        4m=48
                        m=<<12=12>>12"""))
                .isEqualTo("The number of coins Mia has is {coins} / (1 + {times}) = {m}.");
    }

    @Test
    void endsWithTheAnswer() {
        assertThat(text(
                        "Ola picks 9 plums a day. How many plums does she pick in 4 days?",
                        "36",
                        "Ola picks 9*4=<<9*4=36>>36 plums.\nThat is a good harvest."))
                .endsWith("The answer is {plums}.");
    }

    @Test
    void doesNotKeepAComputationThatHoldsForTheseNumbersOnly() {
        assertThat(text(
                        "A pup weighs 6 pounds and gains 6 pounds. How much does it weigh?",
                        "12",
                        "The pup weighs 6*2=<<6+6=12>>12 pounds."))
                .doesNotContain("*2")
                .contains(" + ");
    }

    @Test
    void doesNotCallANumberTwiceThatMayChange() {
        assertThat(text(
                        "Ivo has 7 coins. Mia has 2 times as many coins. How many coins does Mia have?",
                        "14",
                        "Mia has twice as many, so she has 7*2=<<7*2=14>>14 coins."))
                .isEqualTo("She has {coins}*{times}={twice_many_coins} coins.");
    }

    private static String text(String question, String answer, String solution) {
        var drafted = new Drafting(true, 1, "Annotated").draft(Seed.of("own", "gsm8k", question, answer, solution));
        assertThat(drafted).as(drafted.toString()).isInstanceOf(Decoupled.class);
        return String.valueOf(((Decoupled) drafted).template().solution());
    }

    @Test
    void keepsWhatLeadsToAChainOfComputations() {
        var template = Drafts.decoupled(
                "A garden is 22 feet long and 12 feet wide. How many feet of fence does it need?",
                "68",
                "The perimeter of the garden is 2 * 22 + 2 * 12 = 44 + 24 = <<2*22+2*12=68>>68 feet.");
        assertThat(template.solution())
                .startsWith("The perimeter of the garden is 2 * {")
                .doesNotContain("44");
    }
}
