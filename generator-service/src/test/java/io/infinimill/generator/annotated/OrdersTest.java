package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Decoupling;
import io.infinimill.model.Variable;
import org.junit.jupiter.api.Test;

class OrdersTest {

    @Test
    void keepsTheSlowestMonthTheSlowest() {
        var template = Drafts.decoupled(
                "A shop sold 70 lamps in May, 55 lamps in June and 40 lamps in July. Half of the lamps of the busiest month and all the lamps of the others were white. How many white lamps did it sell?",
                "130",
                """
                In the busiest month it sold 70 / 2 = <<70/2=35>>35 white lamps.
                In all it sold 35 + 55 + 40 = <<35+55+40=130>>130 white lamps.""");
        var names = template.variables().stream().map(Variable::name).toList();
        assertThat(template.conditions())
                .contains("%s < %s".formatted(names.get(1), names.get(0)))
                .contains("%s < %s".formatted(names.get(2), names.get(1)));
    }

    @Test
    void refusesWhatMayNotBeTheFastest() {
        var refused = Drafts.drafted(
                "gsm8k",
                "One road is 90 miles long and has a limit of 45 mph, another is 80 miles long and has a limit of 20 mph. How many hours does the fastest road take?",
                "2",
                """
                The first takes 90 / 45 = <<90/45=2>>2 hours.
                The other takes 80 / 20 = <<80/20=4>>4 hours.
                The fastest takes 2 hours.""");
        assertThat(((Decoupling.Refused) refused).reason()).isEqualTo("choice");
    }

    @Test
    void keepsAPriceThatIsMarkedDownTheLower() {
        var template = Drafts.decoupled(
                "Ivo sells 12 mugs for $9 each and marks the last 5 mugs down to $6 each. How much does he earn?",
                "138",
                """
                The first mugs bring 12 * 9 = <<12*9=108>>$108.
                The last mugs bring 5 * 6 = <<5*6=30>>$30.
                He earns 108 + 30 = <<108+30=138>>$138.""");
        var low = Drafts.name(template, 6);
        var high = Drafts.name(template, 9);
        assertThat(template.conditions()).contains("%s < %s".formatted(low, high));
    }

    @Test
    void keepsThoseWhoAreBothAmongEach() {
        var template = Drafts.decoupled(
                "Of 60 members 25 play chess, 30 play cards, and 10 play both chess and cards. How many members play neither?",
                "15",
                """
                Chess or cards play 25 + 30 - 10 = <<25+30-10=45>>45 members.
                Neither play 60 - 45 = <<60-45=15>>15 members.""");
        var both = Drafts.name(template, 10);
        assertThat(template.conditions())
                .filteredOn(condition -> condition.startsWith(both + " < "))
                .hasSizeGreaterThan(1);
    }

    @Test
    void keepsTheLesserWhereOnlySoMuchIsNeeded() {
        var template = Drafts.decoupled(
                "A heavy letter needs 5 stamps, a light letter will only need 2 stamps. How many stamps do 7 heavy and 8 light letters need?",
                "51",
                """
                The heavy ones need 7 * 5 = <<7*5=35>>35 stamps.
                The light ones need 8 * 2 = <<8*2=16>>16 stamps.
                All need 35 + 16 = <<35+16=51>>51 stamps.""");
        var five = template.variables().get(0).name();
        assertThat(template.conditions()).anyMatch(condition -> condition.matches("\\S+ < " + five));
    }
}
