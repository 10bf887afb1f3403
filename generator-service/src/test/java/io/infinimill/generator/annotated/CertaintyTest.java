package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertaintyTest {

    @Test
    void keepsEqualNumbersThatASwapWouldHide() {
        var template = Drafts.decoupled(
                "A wall has 8 panes, each with 8 screws at 5 cents. What do they cost in cents?", "320", """
                There are 8 things x 8 pieces = <<8*8=64>>64 in all.
                They cost 64 * 5 = <<64*5=320>>320 cents.""");
        assertThat(Drafts.values(template)).containsExactly(5);
    }
}
