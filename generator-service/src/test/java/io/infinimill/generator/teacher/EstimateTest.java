package io.infinimill.generator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.Sampling;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private final Estimate estimate = new Estimate();

    @Test
    void beforeTheFirstReplyItIsTheMostThatIsAllowed() {
        assertThat(estimate.of(request(300))).isEqualTo(new Usage(100, 500));
    }

    @Test
    void afterwardsItIsTheMostThatItsLikeHaveTaken() {
        estimate.learn(request(400), new Usage(100, 40));
        estimate.learn(request(400), new Usage(80, 60));

        assertThat(estimate.of(request(800))).isEqualTo(new Usage(200, 60));
        estimate.learn(request(400), new Usage(80, 900));
        assertThat(estimate.of(request(800)).tokensOut()).isEqualTo(500);
    }

    private static ChatRequest request(int characters) {
        return ChatRequest.of(Sampling.of(0, 500), Message.user("x".repeat(characters)));
    }
}
