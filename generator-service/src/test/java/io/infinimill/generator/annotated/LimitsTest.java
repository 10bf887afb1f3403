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
}
