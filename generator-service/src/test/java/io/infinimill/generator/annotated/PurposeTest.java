package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    How many pears does Ana pick in 5 hours | How many pears does Ana pick in the given number of hours
                    If Ana has $9, how many pears can she buy | How many pears can she buy
                    How long do the 4 friends wait          | How long do the friends wait
                    """)
    void asksWithoutNumbers(String question, String expected) {
        assertThat(Purpose.of(question, "pears")).isEqualTo(expected);
    }
}
