package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private final Identifiers identifiers = new Identifiers();

    @Test
    void takesTheFirstFreeProposal() {
        assertThat(identifiers.take(List.of("clay pots"))).isEqualTo("clay_pots");
        assertThat(identifiers.take(List.of("clay pots", "large clay pots"))).isEqualTo("large_clay_pots");
        assertThat(identifiers.take(List.of("clay pots"))).isEqualTo("second_clay_pots");
    }

    @Test
    void shadowsNothingOfPython() {
        assertThat(identifiers.take(List.of("Class"))).isEqualTo("class_value");
        assertThat(identifiers.take(List.of("sum"))).isEqualTo("sum_value");
    }
}
