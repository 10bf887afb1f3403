package io.infinimill.generator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.model.Seed;
import org.junit.jupiter.api.Test;

class AnnotatedTest {

    private static final Seed TWINS = Seed.of(
            "own",
            "svamp",
            "A hall has 6 lamps. A shed has 6 lamps. A barn has 2 lamps. How many more?",
            "4",
            "( 6.0 - 2.0 )");

    @Test
    void freezesEqualNumbersOnlyWhereTheRecipeSaysSo() {
        assertThat(new Annotated(false, 1).decouple(TWINS)).isInstanceOf(Refused.class);
        assertThat(new Annotated(true, 1).decouple(TWINS)).isInstanceOf(Decoupled.class);
    }

    @Test
    void rejectsANegativeMargin() {
        assertThatThrownBy(() -> new Annotated(true, -1))
                .hasMessageContaining("margin")
                .hasMessageContaining("Maybe 1");
    }
}
