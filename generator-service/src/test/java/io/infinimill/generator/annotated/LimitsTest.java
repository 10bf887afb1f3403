package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void keepsScoresWithinTheExam() {
        var template = Drafts.decoupled(
                "On an 80-item exam Tom got 9 wrong. Ida got twice as many wrong as Tom. What is Ida's score?",
                "62",
                """
                Ida got 9 * 2 = <<9*2=18>>18 items wrong.
                Her score is 80 - 18 = <<80-18=62>>62.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.matches(".* <= .*item.*"));
    }

    @Test
    void keepsInchesBelowAFoot() {
        var template = Drafts.decoupled(
                "Lars is 5 feet 7 inches tall and his son is 30 inches shorter. How many inches tall is his son?",
                "37",
                """
                Lars is 5 * 12 = <<5*12=60>>60 inches and 7 more, so 60 + 7 = <<60+7=67>>67 inches tall.
                His son is 67 - 30 = <<67-30=37>>37 inches tall.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.endsWith("< 12"));
    }

    @Test
    void keepsHowManyPacksFit() {
        var template = Drafts.decoupled(
                "A bulb costs $3, a pack of 8 bulbs only $15. What do exactly 13 bulbs cost?", "30", """
                With one pack she needs 13 - 8 = <<13-8=5>>5 single bulbs.
                They cost 5 * 3 = <<5*3=15>>$15.
                In all it costs 15 + 15 = <<15+15=30>>$30.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.contains("< 2 *"));
    }

    @Test
    void keepsHoursOnTheirSideOfAThreshold() {
        var template = Drafts.decoupled(
                "A plumber takes $50 an hour for the first 6 hours and $70 an hour after that. He works 9 hours. What does he earn?",
                "510",
                """
                The first hours give 6 * 50 = <<6*50=300>>$300.
                There are 9 - 6 = <<9-6=3>>3 more hours.
                They give 3 * 70 = <<3*70=210>>$210.
                He earns 300 + 210 = <<300+210=510>>$510.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.matches("\\w*hour\\w* [<>]=? \\w*hour\\w*"));
    }

    @Test
    void keepsWhatADayTakesWithinTheDay() {
        var template = Drafts.decoupled(
                "One day the oven is slow and the bread takes three times its usual 2.5 hours. Kneading takes 4 hours as ever. How many hours does it take?",
                "11.5",
                """
                The bread takes 3 * 2.5 = <<3*2.5=7.5>>7.5 hours.
                All takes 7.5 + 4 = <<7.5+4=11.5>>11.5 hours.""");
        assertThat(template.conditions()).contains(template.answer() + " <= 24");
    }

    @Test
    void letsNoPetGrowTooOld() {
        var template = Drafts.decoupled(
                "Mia's cat is 6 years old. Her dog is three times as old as her cat. How old is the dog?",
                "18",
                "The dog is 6 * 3 = <<6*3=18>>18 years old.");
        assertThat(template.conditions()).contains(template.answer() + " <= 30");
    }

    @Test
    void letsNobodyGrowOlderThanAHundred() {
        var template = Drafts.decoupled(
                "Doug is 40 years old. Doug and Betty are 90 years old together. A ticket costs twice Betty's age in cents. What do 3 tickets cost in cents?",
                "300",
                """
                Betty's age is 90 - 40 = <<90-40=50>>50.
                A ticket costs 2 * 50 = <<2*50=100>>100 cents.
                3 tickets cost 3 * 100 = <<3*100=300>>300 cents.""");
        assertThat(template.conditions()).anyMatch(condition -> condition.endsWith(" <= 100"));
    }

    @Test
    void keepsTheScoreThatIsAskedForWithinAHundred() {
        var template = Drafts.decoupled(
                "Lea scored 80 and 90 on her first tests. What score does she need on the last test for a mean of 88 over 3 tests?",
                "94",
                """
                She needs 88 * 3 = <<88*3=264>>264 points.
                So far she has 80 + 90 = <<80+90=170>>170.
                She needs 264 - 170 = <<264-170=94>>94.""");
        assertThat(template.conditions()).contains(template.answer() + " <= 100");
    }
}
