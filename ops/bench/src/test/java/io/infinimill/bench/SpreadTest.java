package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void takesTheMiddleOfTheSortedValues() {
        assertThat(Spread.of(9, 1, 5)).isEqualTo(new Spread(1, 5, 9));
        assertThat(Spread.of(9, 1, 5, 7)).isEqualTo(new Spread(1, 6, 9));
    }
}
