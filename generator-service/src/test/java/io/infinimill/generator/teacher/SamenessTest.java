package io.infinimill.generator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.PrimerReplies;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamenessTest {

    private final Sameness sameness = new Sameness();

    @Test
    void goodRepliesToDifferentProblemsAreNotAlike() throws IOException {
        PrimerReplies.problems().forEach(problem -> see(sameness, problem.good()));

        assertThat(sameness.shares().seen()).isGreaterThan(100);
        assertThat(sameness.shares().nearIdentical()).isLessThan(0.05);
        assertThat(sameness.shares().identityLeaks()).isZero();
    }

    @Test
    void oneReplyWithOtherNumbersIsTheSameReply() throws IOException {
        var problems = PrimerReplies.problems();
        for (int i = 0; i < 100; i++) {
            see(
                    sameness,
                    i % 2 == 0
                            ? problems.get(i).good()
                            : problems.getFirst().good().replace("1", "" + i));
        }

        assertThat(sameness.shares().nearIdentical()).isCloseTo(0.5, Offset.offset(0.05));
    }

    @Test
    void onlyTheLastRepliesCount() {
        for (int i = 0; i < Sameness.LAST; i++) {
            see(sameness, "As an AI language model, I cannot do that.");
        }
        assertThat(sameness.shares()).isEqualTo(new Sameness.Shares(Sameness.LAST, 0.995, 1));

        for (int i = 0; i < Sameness.LAST; i++) {
            see(
                    sameness,
                    "word ".repeat(i % 7 + 1) + Character.toString('a' + i % 26).repeat(i + 1) + " end of it");
        }
        assertThat(sameness.shares().identityLeaks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As an AI language model, I do not",
                "I'm a language model",
                "I was trained by OpenAI to help",
                "ChatGPT says: 4"
            })
    void aModelThatTellsWhoItIsIsNoticed(String reply) {
        see(sameness, reply);

        assertThat(sameness.shares().identityLeaks()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mai has 3 apples and an aid kit.", "The model car costs $4.", "She googles the answer."})
    void aStoryThatIsNotAboutModelsIsNone(String reply) {
        see(sameness, reply);

        assertThat(sameness.shares().identityLeaks()).isZero();
    }

    private static void see(Sameness sameness, String reply) {
        sameness.see(Sameness.Look.of(reply));
    }
}
