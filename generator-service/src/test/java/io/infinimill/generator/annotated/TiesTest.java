package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TiesTest {

    @Test
    void keepsThePartsOfATotalWithoutUse() {
        var template = Drafts.decoupled(
                "Six tall lamps and nine short lamps use 12 watts and 7 watts each. How many watts do the 15 lamps use?",
                "135",
                """
                The tall lamps use 6 * 12 = <<6*12=72>>72 watts.
                The short lamps use 9 * 7 = <<9*7=63>>63 watts.
                All use 72 + 63 = <<72+63=135>>135 watts.""");
        assertThat(Drafts.values(template)).containsExactly(12, 7);
    }

    @Test
    void keepsWhatComesBeforeAnOrdinal() {
        var template = Drafts.decoupled(
                "A club has 12 members whose mean height is 150 cm. What is the sum of all heights in cm if the 13th member, who is 170 cm tall, joins?",
                "1970",
                """
                The 12 members are 12 * 150 = <<12*150=1800>>1800 cm together.
                With the new one they are 1800 + 170 = <<1800+170=1970>>1970 cm.""");
        assertThat(Drafts.values(template)).containsExactly(150, 170);
    }

    @Test
    void keepsANumberThatIsOneLessThanItsWhole() {
        var template = Drafts.decoupled(
                "A train has 4 wagons. The last 3 wagons weigh 20 tons each and the whole train weighs 90 tons. What does the first wagon weigh in tons?",
                "30",
                """
                The last wagons weigh 3 * 20 = <<3*20=60>>60 tons.
                So the first weighs 90 - 60 = <<90-60=30>>30 tons.""");
        assertThat(Drafts.values(template)).containsExactly(20, 90);
    }

    @Test
    void keepsANumberThatCountsTheTermsOfAnAverage() {
        var template = Drafts.decoupled(
                "Nadia ran 4 races in 31, 37, 42 and 50 minutes. What was the average time of her races?", "40", """
                She ran 31 + 37 + 42 + 50 = <<31+37+42+50=160>>160 minutes.
                The average is 160 / 4 = <<160/4=40>>40 minutes.""");
        assertThat(Drafts.values(template)).containsExactly(31, 37, 42, 50);
    }

    @Test
    void keepsATotalWhosePartsAreSaidElsewhere() {
        var template = Drafts.decoupled(
                "A house has 11 doors. Ivo paints 6 of them in 20 minutes each. The other 5 doors take him 30 minutes each. How long does he paint?",
                "270",
                """
                The first doors take 6 * 20 = <<6*20=120>>120 minutes.
                The others take 5 * 30 = <<5*30=150>>150 minutes.
                He paints 120 + 150 = <<120+150=270>>270 minutes.""");
        assertThat(Drafts.values(template)).containsExactly(20, 30);
    }

    @Test
    void keepsANumberThatCountsTheTermsOfASum() {
        var template = Drafts.decoupled(
                "A pine grows 20 cm in its first year, an oak 35 cm and an elm 48 cm. How many cm do the trees grow in all, if 3 trees stand there?",
                "103",
                "They grow 20 + 35 + 48 = <<20+35+48=103>>103 cm in all. The 3 trees are 3 * 1 = <<3*1=3>>3 trees.");
        assertThat(Drafts.values(template)).containsExactly(20, 35, 48);
    }

    @Test
    void keepsANumberThatCountsPeopleWithNames() {
        var template = Drafts.decoupled(
                "The 3 friends Lena, Omar and Piet are 40 years old on average. If Lena is 52 years old, how old are Omar and Piet together?",
                "68",
                """
                Together they are 3 * 40 = <<3*40=120>>120 years old.
                Omar and Piet are 120 - 52 = <<120-52=68>>68 years old.""");
        assertThat(Drafts.values(template)).containsExactly(40, 52);
    }

    @Test
    void keepsGroupsOfPeopleThatMakeUpAllOfThem() {
        var template = Drafts.decoupled(
                "The mean height of four girls is 140 cm and that of three boys is 147 cm. What is the mean height of all seven children?",
                "143",
                """
                The girls are 4 * 140 = <<4*140=560>>560 cm together.
                The boys are 3 * 147 = <<3*147=441>>441 cm together.
                Together they are 560 + 441 = <<560+441=1001>>1001 cm.
                The mean is 1001 / 7 = <<1001/7=143>>143 cm.""");
        assertThat(Drafts.values(template)).containsExactly(140, 147);
    }

    @Test
    void keepsSomeOfAFewWhoseRestMayBeNamed() {
        var template = Drafts.decoupled(
                "Zoe sews 4 flags for the club. 3 of them are blue and another is red. All cost 38 euros, the red one 11 euros. What does a blue flag cost?",
                "9",
                """
                The blue flags cost 38 - 11 = <<38-11=27>>27 euros.
                A blue flag costs 27 / 3 = <<27/3=9>>9 euros.""");
        assertThat(Drafts.values(template)).doesNotContain(3);
    }

    @Test
    void keepsTheRestOfAClassAndTheClass() {
        var template = Drafts.decoupled(
                "A third of a class brought 6 books each, two pupils brought none, and the remaining 18 pupils brought 4 books each. There are 30 pupils in the class. How many books did they bring?",
                "132",
                """
                A third are 30 / 3 = <<30/3=10>>10 pupils.
                They brought 10 * 6 = <<10*6=60>>60 books.
                The others brought 18 * 4 = <<18*4=72>>72 books.
                Together 60 + 72 = <<60+72=132>>132 books.""");
        assertThat(Drafts.values(template)).containsExactly(6, 4);
    }

    @Test
    void keepsThePartsOfAFewMonths() {
        var template = Drafts.decoupled(
                "Ana paid 30 euros a month for the first 4 months and 24 euros a month for the last 2 months. What did she pay a month on average over all 6 months?",
                "28",
                """
                First she paid 4 * 30 = <<4*30=120>>120 euros.
                Then she paid 2 * 24 = <<2*24=48>>48 euros.
                In all 120 + 48 = <<120+48=168>>168 euros.
                The average is 168 / 6 = <<168/6=28>>28 euros.""");
        assertThat(Drafts.values(template)).containsExactly(30, 24);
    }
}
