package io.infinimill.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

    private static final Sampling SAMPLING = Sampling.of(0.7, 512);
    private static final ChatRequest REQUEST =
            ChatRequest.of(SAMPLING, Message.system("Be brief."), Message.user("What is 2 + 2?"));

    @Test
    void theHashIsTheSameOnEveryMachineAndInEveryVersion() {
        assertThat(REQUEST.hash("model")).isEqualTo("dfa45c1147fefb0bbe8e8585c1451844");
    }

    @Test
    void whateverChangesTheReplyChangesTheHash() {
        var image = Message.Image.of("image/png", new byte[] {1, 2, 3});
        var requests = List.of(
                REQUEST,
                REQUEST.withAttempt(1),
                REQUEST.withSchema(new ReplySchema("answer", "{}")),
                REQUEST.withSchema(new ReplySchema("answer", "{\"type\":\"object\"}")),
                REQUEST.then(Message.assistant("4")),
                ChatRequest.of(SAMPLING, Message.system("Be brief."), Message.assistant("What is 2 + 2?")),
                ChatRequest.of(SAMPLING, Message.user("Be brief."), Message.user("What is 2 + 2?")),
                ChatRequest.of(SAMPLING, new Message(Message.Role.USER, List.of(image))),
                ChatRequest.of(SAMPLING, Message.user(image.base64())),
                ChatRequest.of(Sampling.of(0.8, 512), Message.system("Be brief."), Message.user("What is 2 + 2?")),
                ChatRequest.of(SAMPLING.withN(2), Message.system("Be brief."), Message.user("What is 2 + 2?")),
                ChatRequest.of(SAMPLING.withSeed(1), Message.system("Be brief."), Message.user("What is 2 + 2?")),
                ChatRequest.of(SAMPLING.withStop("\n"), Message.system("Be brief."), Message.user("What is 2 + 2?")),
                ChatRequest.of(
                        SAMPLING.withLogProbabilities(), Message.system("Be brief."), Message.user("What is 2 + 2?")));

        var hashes = new HashSet<String>();
        requests.forEach(request -> hashes.add(request.hash("model")));
        hashes.add(REQUEST.hash("another model"));

        assertThat(hashes).hasSize(requests.size() + 1);
    }

    @Test
    void anImageDoesNotPrintItsBytes() {
        assertThat(Message.Image.of("image/png", new byte[300])).hasToString("Image[image/png, 400 characters]");
    }

    @Test
    void impossibleSamplingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(-1, 10))
                .withMessage("temperature is -1.0, not 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(1, 0))
                .withMessage("max-tokens is 0, less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(1, 10).withN(0))
                .withMessage("n is 0, not 1 to 128");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChatRequest(List.of(), SAMPLING, null, 0))
                .withMessage("a request has no messages");
    }
}
