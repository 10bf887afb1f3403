package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Mila paints 12 jars for $3.50 each.        | 12 DIGITS, 3.5 DIGITS $
            The town has 1,250 lamps, 20% are new.     | 1250 DIGITS, 20 DIGITS %
            Five owls share twenty-four mice.          | 5 WORD, 24 WORD
            He ate 3/8 of the tart.                    | 3 NUMERATOR, 8 DENOMINATOR
            She has two-thirds of a tank.              | 2/3 FIXED
            The bus leaves at 7:30 and it is 9 am.     | 7.5 FIXED, 9 FIXED
            The 4th shelf is twice as long.            | 4 FIXED, 2 FIXED
            It takes 2 and a half hours.               | 2.5 FIXED
            She pays with one fifty-dollar bill.       | 1 FIXED, 50 WORD
            A shed built in 1987 holds 40 rakes.       | 1987 FIXED, 40 DIGITS
            He gave 2/3rds of it away.                 | 2/3 FIXED
            Half of the 1/2 pound is gone.             | 0.5 FIXED, 0.5 FIXED
            """)
    void findsTheNumbersOfAQuestion(String text, String expected) {
        assertThat(TextNumbers.ofQuestion(text).stream()
                        .map(number -> number.value() + " " + number.form() + (number.percent() ? " %" : "")
                                + (number.money() ? " $" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void leavesTheCalendarAndConversionsAlone() {
        assertThat(TextNumbers.ofQuestion(
                        "On August 17 a 30-day month began, with 2.5 centimeters per inch and 8 hours per day."))
                .extracting(TextNumber::changeable)
                .containsExactly(false, false, false, true);
    }
}
