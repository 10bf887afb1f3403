package io.infinimill.generator.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListedTest {

    @Test
    void keepsTheHeadsOfAFamily() {
        var template = Drafts.decoupled(
                "Vera buys ferry tickets for herself, her husband and 4 children. The 6 tickets cost $14 each. How much does she pay?",
                "84",
                "She pays 6 * 14 = <<6*14=84>>$84.");
        assertThat(Drafts.values(template)).containsExactly(14);
    }
}
