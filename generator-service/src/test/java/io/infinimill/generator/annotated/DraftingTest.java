package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.model.Variable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftingTest {

    private static final String FERRY =
            "A ferry carries 40 cars on each trip and makes 6 trips a day. How many cars does it carry in 3 days?";
    private static final String FERRY_WORKED = """
            The ferry carries 40*6=<<40*6=240>>240 cars a day.
            In 3 days it carries 240*3=<<240*3=720>>720 cars.""";

    @Test
    void separatesAProblemFromItsNumbers() {
        var template = Drafts.decoupled(FERRY, "720", FERRY_WORKED);
        assertThat(template.variables()).extracting(Variable::name).containsExactly("cars", "trips_per_day", "days");
        assertThat(template.generalQuestion())
                .isEqualTo("A ferry carries {cars} cars on each trip and makes {trips_per_day} trips a day."
                        + " How many cars does it carry in {days} days?");
        assertThat(template.solution()).doesNotContainPattern("\\d").contains("In {days} days it carries");
        assertThat(Drafts.answer(template, Map.of("cars", 10, "trips_per_day", 2, "days", 5)))
                .hasToString("100");
    }

    @Test
    void tellsEqualNumbersApartByTheWordsAround() {
        var template = Drafts.decoupled(
                "Rosa packs 8 crates with 5 lemons each. Ivan packs 8 sacks with 9 melons each. How many fruits are packed?",
                "112",
                """
                Rosa packs 8 crates * 5 lemons = <<8*5=40>>40 lemons.
                Ivan packs 8 sacks * 9 melons = <<8*9=72>>72 melons.
                Together they pack 40 + 72 = <<40+72=112>>112 fruits.""");
        assertThat(template.variables()).hasSize(4);
        assertThat(template.steps().getFirst().expression()).isEqualTo("crates * lemons_each");
    }

    @Test
    void keepsWordsThatRelateQuantities() {
        var template = Drafts.decoupled(
                "Otto has 14 kites. Una has twice as many. How many kites do they have?",
                "42",
                "Una has 14*2=<<14*2=28>>28 kites.\nTogether they have 14+28=<<14+28=42>>42 kites.");
        assertThat(template.variables()).hasSize(1);
        assertThat(template.steps().getFirst().expression()).isEqualTo("kites * 2");
    }

    @Test
    void readsAPercentageHoweverItIsWritten() {
        var template = Drafts.decoupled(
                "A sofa costs $300. It is sold for 20% off. What is the price?",
                "240", "The sofa is sold for 300*.8=$<<300*.8=240>>240.");
        assertThat(Drafts.answer(
                        template,
                        Map.of(
                                template.variables().get(0).name(),
                                200,
                                template.variables().get(1).name(),
                                10)))
                .hasToString("180");
    }

    @Test
    void keepsTheSignOfDifferences() {
        var template = Drafts.decoupled(
                "svamp",
                "Nils had 9 drums and 4 horns. He sold 2 drums. How many drums are left?",
                "7",
                "( 9.0 - 2.0 )");
        assertThat(template.conditions()).hasSize(1).first().asString().contains(" > ");
        assertThat(template.variables()).extracting(Variable::role).containsExactly("used", "unused", "used");
    }

    @Test
    void refusesAConstantThatNothingExplains() {
        assertThat(Drafts.drafted(
                        "gsm8k",
                        "Lea has 12 pens. How many pens does she need?",
                        "96",
                        "She needs 12*8=<<12*8=96>>96 pens."))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("unexplained_constant"));
    }

    @Test
    void refusesAnAnswerThatIsNotComputed() {
        assertThat(Drafts.drafted("gsm8k", FERRY, "721", FERRY_WORKED))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("answer_not_reached"));
    }

    @Test
    void refusesAQuestionWithBraces() {
        assertThat(Drafts.drafted("gsm8k", "What is {x} plus 2?", "3", "1+2=<<1+2=3>>3"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("braces"));
    }

    @Test
    void refusesAConstantThatNumbersWithoutUseWouldGive() {
        assertThat(Drafts.drafted(
                        "gsm8k",
                        "Ten climbers share the price of a tent that lasts some years. Four leave, and each of the rest pays 8 euros more. What is the price?",
                        "120",
                        """
                        Let p be the share.
                        p = <<12=12>>12
                        The tent costs 10*12=<<10*12=120>>120 euros."""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("unexplained_constant"));
    }

    @Test
    void roundsToTheNearestOnlyWhereThatIsAsked() {
        assertThat(Drafts.drafted(
                        "gsm8k",
                        "A mill grinds 37 bags at 10 bags a minute. How long does it take, rounded to the nearest minute, at most?",
                        "3",
                        "It takes 37/10=<<37/10=3.7>>3.7 minutes."))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("answer_not_reached"));
    }

    @Test
    void acceptsAKeyThatIsRounded() {
        var template = Drafts.decoupled(
                "A rope of 50 m is cut into 7 parts. How long is a part?", "7.1429", "50/7=<<50/7=7.142857>>7.1429 m.");
        assertThat(template.steps().getFirst().expression()).contains("/");
    }

    @Test
    void saysADerivedOperandInTheSentenceOfTheSolution() {
        var template = Drafts.decoupled(
                "Of 60 hens 40% are brown. How many are not brown?",
                "36", "There are 60*.6=<<60*.6=36>>36 hens that are not brown.");
        assertThat(template.solution())
                .matches("There are \\{\\w+}\\*\\{\\(100 - \\w+\\) / 100}=\\{\\w+} hens that are not brown\\.");
    }

    @Test
    void leavesNumbersThatCountTheLinesOfASolution() {
        var template = Drafts.decoupled(
                "A farm sells 2 goats for 90 euros each and 3 sheep for 70 euros each. What does it earn?", "390", """
                1. The goats bring 2*90=<<2*90=180>>180 euros.
                2. The sheep bring 3*70=<<3*70=210>>210 euros.
                3. All bring 180+210=<<180+210=390>>390 euros.""");
        assertThat(template.solution()).contains("1. The", "2. The", "3. All");
    }

    @Test
    void readsAnOperandAfterALetterThatMultiplies() {
        var template = Drafts.decoupled(
                "In a 5-day fair a baker sells 60 loaves per day. How many loaves are sold?",
                "300",
                "The baker sells 60x5= <<60*5=300>>300 loaves.");
        assertThat(template.solution()).doesNotContainPattern("\\d");
    }

    @Test
    void refusesANumberThatTheSolutionSpeaksOfWithoutUsingIt() {
        var refused = Drafts.drafted(
                "gsm8k",
                "In the morning a jar holds some beans. Rosa puts 10 beans in after she took out 20. At night it holds 60 beans. How many beans did it hold in the morning?",
                "70",
                """
                Since she took out 20 beans and put some in, 10 fewer were left at night.
                So there were 60 + 10 = <<60+10=70>>70 beans.""");
        assertThat(refused).isInstanceOf(Decoupling.Refused.class);
        assertThat(((Decoupling.Refused) refused).reason()).isEqualTo("unused_number");
    }

    @Test
    void acceptsANumberOfWhichTheSolutionNeverSpeaks() {
        var template = Drafts.decoupled(
                "Jo, who has worked for 6 years in one shop, earns 2000 euros a month. She gets 150 euros more. What does she earn?",
                "2150",
                "She earns 2000 + 150 = <<2000+150=2150>>2150 euros.");
        assertThat(Drafts.values(template)).containsExactly(2000, 150);
    }

    @Test
    void refusesVolumesThatOnlyFitByTheirSides() {
        var refused = Drafts.drafted(
                "gsm8k",
                "Cartons are 2 inches wide, 3 inches long and 5 inches tall. A box is 10 inches wide, 12 inches long and 20 inches tall. How many cartons go into the box?",
                "80",
                """
                A carton has 2 * 3 * 5 = <<2*3*5=30>>30 cubic inches.
                The box has 10 * 12 * 20 = <<10*12*20=2400>>2400 cubic inches.
                So 2400 / 30 = <<2400/30=80>>80 cartons go in.""");
        assertThat(refused).isInstanceOf(Decoupling.Refused.class);
        assertThat(((Decoupling.Refused) refused).reason()).isEqualTo("unsaid_condition");
    }
}
