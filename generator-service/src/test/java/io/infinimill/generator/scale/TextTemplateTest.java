package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Rational;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It costs ${n}.                  | It costs $4.50.                  | 4.5    | 3      | It costs $3.00.
                    It costs ${n}.                  | It costs $4.50.                  | 4.5    | 3.25   | It costs $3.25.
                    It costs ${n} each.             | It costs $4 each.                | 4      | 2.5    | It costs $2.50 each.
                    It costs ${n}.                  | It costs $.25.                   | 0.25   | 0.5    | It costs $0.50.
                    He ran {n} km.                  | He ran 2.5 km.                   | 2.5    | 3      | He ran 3 km.
                    He ran {n} km.                  | He ran 2.5 km.                   | 2.5    | 3.25   | He ran 3.25 km.
                    A third is {n}.                 | A third is 3.33.                 | 10/3   | 5/3    | A third is 1.67.
                    They have {n} bees.             | They have 1,200 bees.            | 1200   | 3400   | They have 3,400 bees.
                    They have {n} bees.             | They have 1200 bees.             | 1200   | 3400   | They have 3400 bees.
                    They have {n} bees.             | They have 1200 bees.             | 1200   | 34000  | They have 34,000 bees.
                    She has {n} cats.               | She has three cats.              | 3      | 12     | She has twelve cats.
                    She has {n} cats.               | She has three cats.              | 3      | 13     | She has 13 cats.
                    She has {n} cats.               | She has twenty-four cats.        | 24     | 36     | She has thirty-six cats.
                    She has {n} cats.               | She has twenty four cats.        | 24     | 30     | She has thirty cats.
                    {n} cats sleep.                 | Three cats sleep.                | 3      | 21     | Twenty-one cats sleep.
                    {n} cats sleep.                 | 30 cats sleep.                   | 30     | 21     | 21 cats sleep.
                    It is an {n}-hour flight.       | It is an 8-hour flight.          | 8      | 9      | It is a 9-hour flight.
                    It is a {n}-hour flight.        | It is a 9-hour flight.           | 9      | 11     | It is an 11-hour flight.
                    It is a {n}-page book.          | It is a 90-page book.            | 90     | 110    | It is a 110-page book.
                    It is a {n}-page book.          | It is a 90-page book.            | 90     | 85     | It is an 85-page book.
                    A {n}-day trip.                 | A five-day trip.                 | 5      | 11     | An eleven-day trip.
                    He pays a ${n} fee.             | He pays a $1 fee.                | 1      | 8      | He pays an $8 fee.
                    He has {n} apples left.         | He has 5 apples left.            | 5      | 1      | He has 1 apple left.
                    He has {n} apple left.          | He has 1 apple left.             | 1      | 4      | He has 4 apples left.
                    He needs {n} more boxes.        | He needs 5 more boxes.           | 5      | 1      | He needs 1 more box.
                    There are {n} children there.   | There are 7 children there.      | 7      | 1      | There is 1 child there.
                    There were {n} wolves.          | There were six wolves.           | 6      | 1      | There was one wolf.
                    There is {n} cherry in it.      | There is 1 cherry in it.         | 1      | 3      | There are 3 cherries in it.
                    Then {n} ships are lost.        | Then 4 ships are lost.           | 4      | 1      | Then 1 ship is lost.
                    He walks {n} feet.              | He walks 9 feet.                 | 9      | 1      | He walks 1 foot.
                    She has {n} sheep.              | She has 9 sheep.                 | 9      | 1      | She has 1 sheep.
                    He saves {n}% of it.            | He saves 20% of it.              | 20     | 1      | He saves 1% of it.
                    It gets a ${n} commission.      | It gets a $1 commission.         | 1      | 4      | It gets a $4 commission.
                    She is on the {n}th floor.      | She is on the 6th floor.         | 6      | 2      | She is on the 2nd floor.
                    She is on the {n}th floor.      | She is on the 6th floor.         | 6      | 12     | She is on the 12th floor.
                    She is on the {n}rd floor.      | She is on the 3rd floor.         | 3      | 21     | She is on the 21st floor.
                    It is {n} foot less.            | It is 1 foot less.               | 1      | 4      | It is 4 feet less.
                    It has {n} rib more than that.  | It has 1 rib more than that.     | 1      | 4      | It has 4 ribs more than that.
                    It has {n} more rib than that.  | It has 1 more rib than that.     | 1      | 4      | It has 4 more ribs than that.
                    She is {n} year old.            | She is 1 year old.               | 1      | 4      | She is 4 years old.
                    He ate 2/{n}rds.                | He ate 2/3rds.                   | 3      | 12     | He ate 2/12ths.
                    It is {n} degrees.              | It is -5 degrees.                | -5     | -12000 | It is -12,000 degrees.
                    He goes {n} a week.             | He goes twice a week.            | 2      | 2      | He goes twice a week.
                    """)
    void writesNumbersAsTheOriginalDidAndMakesTheWordsAgree(
            String text, String original, String was, String becomes, String expected) {
        assertThat(new TextTemplate(text, original, Map.of("n", number(was))).fill(Map.of("n", number(becomes))))
                .isEqualTo(expected);
    }

    @Test
    void knowsWhatIsNoNumberInDigitsOrWords() {
        var template = new TextTemplate(
                "He goes {n} a week for {m} weeks.",
                "He goes twice a week for 4 weeks.",
                Map.of("n", number("2"), "m", number("4")));

        assertThat(template.verbatim()).containsExactly("n");
    }

    @Test
    void evaluatesAnExpression() {
        var template = new TextTemplate(
                "It is {n / 100}*{m}. So {100 - n}% are left.",
                "It is .2*30. So 80% are left.", Map.of("n", number("20"), "m", number("30")));

        assertThat(template.fill(Map.of("n", number("12.5"), "m", number("1200"))))
                .isEqualTo("It is 0.125*1200. So 87.5% are left.");
    }

    @Test
    void knowsHowANumberWasWrittenBesideASentenceInOtherWords() {
        var template = new TextTemplate(
                "{n} * 2 = 6.\nShe keeps {n} hens.",
                "The hens have three nests of 2, 6 in all.\nShe keeps three hens.",
                Map.of("n", number("3")));

        assertThat(template.fill(Map.of("n", number("5")))).isEqualTo("5 * 2 = 6.\nShe keeps five hens.");
    }

    @Test
    void leavesBracesOfTheTextAlone() {
        assertThat(new TextTemplate("{1, 2} and {n}.", null, Map.of("n", number("3"))).fill(Map.of("n", number("4"))))
                .isEqualTo("{1, 2} and 4.");
    }

    @Test
    void writesPlainlyWhereTheOriginalIsUnknown() {
        var values = new HashMap<String, Rational>();
        values.put("n", number("12500"));

        assertThat(new TextTemplate("It is ${n} now.", null, values).fill(values))
                .isEqualTo("It is $12,500 now.");
    }

    private static Rational number(String text) {
        var parts = text.split("/");
        var value = Rational.parse(parts[0]);
        return parts.length == 1 ? value : value.dividedBy(Rational.parse(parts[1]));
    }
}
