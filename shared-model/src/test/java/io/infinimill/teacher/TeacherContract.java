package io.infinimill.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatReply.TokenLogProbability;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every teacher does, whatever stands behind it. The teacher under test answers {@link #QUESTION} in several words and,
 * where it is given {@link #SCHEMA} and can be held to one, with JSON that fits it.
 */
public abstract class TeacherContract {

    protected static final String QUESTION = "Name the colours of the rainbow.";
    protected static final ReplySchema SCHEMA = new ReplySchema("colours", """
                    {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"],
                     "additionalProperties": false}""");

    private static final Sampling SAMPLING = Sampling.of(0.8, 40).withSeed(7);

    protected abstract Teacher teacher();

    protected abstract boolean knowsLogProbabilities();

    protected abstract boolean seesImages();

    protected abstract boolean fitsSchemas();

    @Test
    void aReplyHasATextAModelAndItsTokens() throws Exception {
        var reply = teacher().ask(question(SAMPLING));

        assertThat(reply.choices()).hasSize(1);
        assertThat(reply.first().text()).isNotBlank();
        assertThat(reply.first().finish()).isIn(Finish.STOP, Finish.LENGTH);
        assertThat(reply.model()).isNotBlank();
        assertThat(reply.usage().tokensIn()).isPositive();
        assertThat(reply.usage().tokensOut()).isBetween(1L, 41L);
    }

    @Test
    void aReplyHasAsManyChoicesAsAreAskedFor() throws Exception {
        assertThat(teacher().ask(question(SAMPLING.withN(3))).choices()).hasSize(3);
    }

    @Test
    void theSameSeedGivesTheSameText() throws Exception {
        var request = question(SAMPLING);

        assertThat(teacher().ask(request).first().text())
                .isEqualTo(teacher().ask(request).first().text());
    }

    @Test
    void aReplyThatReachesTheMostTokensIsCutOffAndSaysSo() throws Exception {
        var reply = teacher().ask(question(Sampling.of(0, 2)));

        assertThat(reply.first().finish()).isEqualTo(Finish.LENGTH);
        assertThat(reply.usage().tokensOut()).isLessThanOrEqualTo(2);
    }

    @Test
    void aReplyEndsBeforeAStopText() throws Exception {
        var whole = teacher().ask(question(Sampling.of(0, 40))).first().text();
        var stop = whole.substring(whole.length() / 2, whole.length() / 2 + 2);

        var reply = teacher().ask(question(Sampling.of(0, 40).withStop(stop))).first();

        assertThat(reply.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
        assertThat(reply.finish()).isEqualTo(Finish.STOP);
    }

    @Test
    void logProbabilitiesComeWithEveryTokenOrNotAtAll() throws Exception {
        var reply = teacher().ask(question(SAMPLING.withLogProbabilities())).first();

        if (knowsLogProbabilities()) {
            assertThat(reply.logProbabilities()).isNotEmpty().allMatch(token -> token.logProbability() <= 0);
            assertThat(reply.logProbabilities())
                    .extracting(TokenLogProbability::token)
                    .satisfies(tokens -> assertThat(String.join("", tokens)).isEqualTo(reply.text()));
        } else {
            assertThat(reply.logProbabilities()).isNull();
        }
    }

    @Test
    void logProbabilitiesThatNobodyAskedForAreNotThere() throws Exception {
        assertThat(teacher().ask(question(SAMPLING)).first().logProbabilities()).isNull();
    }

    @Test
    void aReplyFitsTheSchemaOrIsNotHeldToIt() throws Exception {
        var reply = teacher().ask(question(Sampling.of(0, 60)).withSchema(SCHEMA));

        if (fitsSchemas()) {
            var json = JsonMapper.shared().readTree(reply.first().text());
            assertThat(json.path("count").isIntegralNumber()).isTrue();
            assertThat(json.size()).isOne();
        } else {
            assertThat(reply.first().text()).isNotBlank();
        }
    }

    @Test
    void anImageIsSeenOrRefused() throws Exception {
        var image = Message.Image.of("image/png", new byte[] {1, 2, 3});
        var request =
                ChatRequest.of(SAMPLING, new Message(Message.Role.USER, List.of(new Message.Text(QUESTION), image)));

        if (seesImages()) {
            assertThat(teacher().ask(request).first().text()).isNotBlank();
        } else {
            assertThatExceptionOfType(TeacherException.Refused.class)
                    .isThrownBy(() -> teacher().ask(request))
                    .withMessageContaining("image");
        }
    }

    @Test
    void manyThreadsAskAtOnceAndEachGetsItsOwnReply() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ChatReply> ask = () -> teacher().ask(question(SAMPLING));
            var replies =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList());

            assertThat(replies)
                    .extracting(Future::get)
                    .allMatch(reply -> !reply.first().text().isBlank());
        }
    }

    @Test
    void aThreadThatIsInterruptedGivesUp() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> teacher().ask(question(SAMPLING)));
        assertThat(Thread.interrupted()).isFalse();
    }

    private static ChatRequest question(Sampling sampling) {
        return ChatRequest.of(sampling, Message.user(QUESTION));
    }
}
