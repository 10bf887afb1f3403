package io.infinimill.generator.evolved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.model.Seed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MutationTest {

    private static final Seed OLD = Seed.of(
            "set",
            "jsonl",
            "Jaro picks 30 plums and his three sisters pick 12 each. How many plums do the four have?",
            "66",
            null);

    @Test
    void anInverseTellsTheOldAnswerAndAsksForAnOldNumber() {
        var good = "Jaro and his three sisters have 66 plums. Each sister picked 12. How many did Jaro pick?";
        assertThat(fault(Mutation.INVERSE, good)).isNull();
        assertThat(fault(Mutation.INVERSE, good, "30")).isNull();
        assertThat(fault(Mutation.INVERSE, good, "18")).isEqualTo("not_inverse");
        assertThat(fault(Mutation.INVERSE, good.replace("66", "67"))).isEqualTo("answer_not_given");
        assertThat(
                        fault(
                                Mutation.INVERSE,
                                "Jaro picks 30 of 66 plums, his three sisters pick 12 each, four in all. How many do the girls pick?"))
                .isEqualTo("nothing_to_find");
    }

    @Test
    void anotherContextHasTheSameNumbersAndTheSameAnswer() {
        var good =
                "A tram carries 30 people. At each of three stops 12 get on, and at the fourth nobody. How many of the four stops' people are there?";
        var exact = good.replace("the fourth", "the last");
        assertThat(fault(Mutation.NEW_CONTEXT, exact)).isNull();
        assertThat(fault(Mutation.NEW_CONTEXT, exact, "66.0")).isNull();
        assertThat(fault(Mutation.NEW_CONTEXT, exact, "67")).isEqualTo("answer_changed");
        assertThat(fault(Mutation.NEW_CONTEXT, exact.replace("30", "31"))).isEqualTo("numbers_changed");
        assertThat(fault(Mutation.NEW_CONTEXT, exact + " It is 7 o'clock.")).isEqualTo("numbers_changed");
    }

    @Test
    void anAddedStepKeepsTheNumbersAndChangesTheAnswer() {
        var good = "Jaro picks 30 plums and his three sisters pick 12 each. The four eat 8 of them. How many are left?";
        assertThat(fault(Mutation.ADDED_STEP, good)).isNull();
        assertThat(fault(Mutation.ADDED_STEP, good, "58")).isNull();
        assertThat(fault(Mutation.ADDED_STEP, good, "66")).isEqualTo("step_without_effect");
        assertThat(fault(Mutation.ADDED_STEP, good.replace("30 plums", "plums")))
                .isEqualTo("numbers_changed");
        assertThat(fault(Mutation.ADDED_STEP, good + " Remember that they had 66."))
                .isEqualTo("answer_told");
    }

    @Test
    void anotherUnitChangesNumbersOrAnswer() {
        var text = "Jaro picks 30 plums and his three sisters pick 12 each. How many dozens do the four have?";
        assertThat(fault(Mutation.NEW_UNIT, text)).isNull();
        assertThat(fault(Mutation.NEW_UNIT, text, "5.5")).isNull();
        assertThat(fault(Mutation.NEW_UNIT, text, "66")).isEqualTo("unit_without_effect");
    }

    @Test
    void whatIsNoNewProblemIsRefused() {
        for (var mutation : Mutation.values()) {
            assertThat(fault(mutation, OLD.question().replace("30", "31").replace("12", "1,200")))
                    .as(mutation.label())
                    .isEqualTo("unchanged");
            assertThat(fault(mutation, "How many plums are there?")).isEqualTo("no_numbers");
        }
        assertThat(reason(Mutation.HARDER.fault(
                        Seed.of("set", "jsonl", OLD.question(), null, null), "Some 5 other words. How many?")))
                .isEqualTo("no_known_answer");
    }

    @Test
    void isNamedAsRecipesNameIt() {
        assertThat(Mutation.of("new-context")).isEqualTo(Mutation.NEW_CONTEXT);
        assertThatThrownBy(() -> Mutation.of("inverted"))
                .hasMessageContaining("'inverted'")
                .hasMessageContaining("inverse");
    }

    private static @Nullable String fault(Mutation mutation, String question) {
        return reason(mutation.fault(OLD, question));
    }

    private static @Nullable String fault(Mutation mutation, String question, String answer) {
        return reason(mutation.fault(OLD, question, new BigDecimal(answer)));
    }

    private static @Nullable String reason(@Nullable Refused refused) {
        return refused == null ? null : refused.reason();
    }
}
