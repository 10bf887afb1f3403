package io.infinimill.generator.evolved;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MajorityTest {

    @Test
    void moreThanHalfOfAllThatMayComeDecides() {
        var majority = new Majority(5);
        majority.vote(new BigDecimal("12"));
        majority.vote(new BigDecimal("12.0"));
        assertThat(majority.decided()).isFalse();
        majority.vote(new BigDecimal("12.00000000001"));

        assertThat(majority.decided()).isTrue();
        assertThat(majority.answer()).contains(new BigDecimal("12"));
        assertThat(majority.share()).isEqualTo("3 of 3");
    }

    @Test
    void halfIsNotEnough() {
        var majority = new Majority(4);
        majority.vote(BigDecimal.ONE);
        majority.vote(BigDecimal.ONE);
        majority.vote(BigDecimal.TWO);
        majority.vote(BigDecimal.TWO);

        assertThat(majority.decided()).isTrue();
        assertThat(majority.answer()).isEmpty();
    }

    @Test
    void solutionsThatFailCountAgainstEveryAnswer() {
        var majority = new Majority(5);
        majority.fail("program_timeout");
        majority.fail("not_json");
        assertThat(majority.decided()).isFalse();
        majority.fail("program_no_result");

        assertThat(majority.decided())
                .as("two that are open cannot be more than half of five")
                .isTrue();
        assertThat(majority.answer()).isEmpty();
        assertThat(majority).hasToString("program_timeout, not_json, program_no_result");
    }
}
