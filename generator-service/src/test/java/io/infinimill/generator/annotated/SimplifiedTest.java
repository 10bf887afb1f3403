package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    -(-a),              a
                    -(a - b),           b - a
                    a + -b,             a - b
                    -a + b,             b - a
                    a - -b,             a + b
                    a / (b / b),        a
                    1 * a,              a
                    a / (1 + 1 + 3),    a / 5
                    a / (4 + 1),        a / (4 + 1)
                    -(a / (b - c)),     a / (c - b)
                    -((a - b) / c),     (b - a) / c
                    """)
    void writesAsAPersonWould(String formula, String expected) {
        assertThat(Simplified.of(Expression.parse(formula)).print()).isEqualTo(expected);
    }
}
