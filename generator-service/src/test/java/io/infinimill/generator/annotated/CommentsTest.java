package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The fee for the boat is         |                          | the fee for the boat
                    So Olaf bakes                   | ' loaves of bread a day' | how many loaves of bread Olaf bakes a day
                    There are                       | ' miles uphill'          | how many miles there are uphill
                    The barn is                     | ' feet tall.'            | how many feet tall the barn is
                    Ines pays $                     | ' for the chairs'        | how much Ines pays for the chairs
                    Then find the number of chairs: | ' chairs'                | find the number of chairs
                    She folded 12 shirts because    |                          | how many shirts she folded
                    At 20% he paid                  |                          | multiply hours by rate
                    Olaf has 5 hens and             |                          | multiply hours by rate
                    """)
    void saysWhatAStepComputes(String before, String after, String expected) {
        assertThat(Comments.of(before, after == null ? "" : after, "pay", Expression.parse("hours * rate")))
                .isEqualTo(expected);
    }
}
