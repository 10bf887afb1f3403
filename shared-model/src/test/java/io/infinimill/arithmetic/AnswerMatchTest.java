package io.infinimill.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerMatchTest {

    @ParameterizedTest
    @CsvSource({
        "72, 72, true",
        "72, 72.0, true",
        "72, 72.0000000000001, true",
        "72, 72.001, false",
        "72, 73, false",
        "72, -72, false",
        "100, 99.995, false",
        "0, 0.0, true",
        "0, 1e-12, true",
        "0, 0.001, false",
        "0.5, 0.50001, true",
        "0.5, 0.5001, false",
        "0.5, 50, false",
        "33.33, 33.333, true",
        "33.33, 33.34, false",
        "-0.25, -0.25, true",
        "-0.25, 0.25, false",
        "1E+3, 1000, true",
        "10000000000, 10000000000.000002, true",
        "10000000000, 10000000000.5, false",
        "123456789012345678, 123456789012345680, false",
        "1, 1e999999999, false",
        "0, 1e-999999999, false",
        "1e999999999, 1e999999999, true",
        "0.1, 1e-999999999, false",
    })
    void matchesWholeAnswersExactlyAndDecimalOnesClosely(BigDecimal expected, BigDecimal actual, boolean matches) {
        assertThat(AnswerMatch.matches(expected, actual)).isEqualTo(matches);
    }
}
