package io.infinimill.teacher.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.TeacherException;
import io.infinimill.teacher.fake.Asked;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Fault;
import io.infinimill.teacher.fake.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OpenAiTeacherTest {

    private static final Behaviour QUICK = Behaviour.slots(8, Duration.ofMillis(2), 0.1);
    private static final ChatRequest REQUEST = ChatRequest.of(Sampling.of(0.5, 100), Message.user("Say something."));

    private final CompletableFuture<JsonNode> seen = new CompletableFuture<>();
    private FakeTeacher server;
    private OpenAiTeacher teacher;

    @BeforeEach
    void start() throws IOException {
        server = FakeTeacher.start(QUICK, Script.saying(this::reply));
        teacher = teacher(ApiKey.none(), Duration.ofMillis(300));
    }

    @AfterEach
    void stop() {
        teacher.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OVERLOADED,   Overloaded,  status 429: too many requests (429)",
        "SERVER_ERROR, Unavailable, status 503: the model is not loaded (503)",
        "SILENCE,      TimedOut,    gave no whole reply in PT0.3S",
        "DRIP,         TimedOut,    gave no whole reply in PT0.3S",
        "RESET,        Unavailable, Connection reset",
        "GARBAGE,      Unreadable,  the reply of 16 bytes is not JSON",
        "CUT_OFF,      Unreadable,  the reply ended before its announced length",
    })
    void eachFaultHasItsName(Fault fault, String type, String message) {
        server.behave(Behaviour.slots(8, Duration.ofMillis(100), 0).with(fault, 1));

        assertThatExceptionOfType(TeacherException.class)
                .isThrownBy(() -> teacher.ask(REQUEST))
                .withMessageContaining(message)
                .matches(TeacherException::retriable)
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo(type);
    }

    @Test
    void anOverloadedTeacherSaysHowLongToWait() {
        server.behave(QUICK.with(Fault.OVERLOADED, 1).withRetryAfter(Duration.ofSeconds(7)));

        assertThatExceptionOfType(TeacherException.Overloaded.class)
                .isThrownBy(() -> teacher.ask(REQUEST))
                .matches(overloaded -> overloaded.retryAfter().equals(Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void aTruncatedTextIsAReplyThatSaysSo() throws Exception {
        server.behave(QUICK.with(Fault.TRUNCATED, 1));

        assertThat(teacher.ask(REQUEST).first().finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void whatCannotBeReachedIsUnavailable() {
        server.close();

        assertThatExceptionOfType(TeacherException.Unavailable.class).isThrownBy(() -> teacher.ask(REQUEST));
    }

    @Test
    void aWrongAddressIsRefusedForGood() {
        try (var lost = new OpenAiTeacher(
                settings(URI.create(server.address() + "/v2"), ApiKey.none(), Duration.ofSeconds(1)))) {
            assertThatExceptionOfType(TeacherException.Refused.class)
                    .isThrownBy(() -> lost.ask(REQUEST))
                    .withMessageContaining("status 404")
                    .matches(refused -> !refused.retriable());
        }
    }

    @Test
    void theRequestSaysAllThatWasAsked() throws Exception {
        var sampling = new Sampling(0.25, 0.9, 64, 2, 11L, List.of("END"), true);
        var image = Message.Image.of("image/png", new byte[] {1, 2, 3});
        var request = ChatRequest.of(
                        sampling,
                        Message.system("Look."),
                        new Message(Message.Role.USER, List.of(new Message.Text("What is it?"), image)))
                .withSchema(new ReplySchema("thing", "{\"type\": \"object\"}"));

        teacher.ask(request);

        assertThat(seen.join()).hasToString("""
                {"model":"fake","messages":[{"role":"system","content":"Look."},\
                {"role":"user","content":[{"type":"text","text":"What is it?"},\
                {"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}}]}],\
                "temperature":0.25,"top_p":0.9,"max_tokens":64,"n":2,"seed":11,"stop":["END"],"logprobs":true,\
                "response_format":{"type":"json_schema","json_schema":{"name":"thing","strict":true,\
                "schema":{"type":"object"}}}}""");
    }

    @Test
    void aKeyIsNeverPrinted(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("key"), "sk-secret\n");
        var key = ApiKey.fromFile(file);
        server.behave(QUICK.with(Fault.RESET, 1));

        try (var keyed = teacher(key, Duration.ofSeconds(1))) {
            var failure = catchThrowable(() -> keyed.ask(REQUEST));
            var printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));

            assertThat(printed.toString()).doesNotContain("secret");
            assertThat(keyed.toString() + key + settings(server.address(), key, Duration.ofSeconds(1)))
                    .contains("ApiKey[hidden]")
                    .doesNotContain("secret");
        }
        assertThat(key.authorization()).isEqualTo("Bearer sk-secret");
    }

    @Test
    void aKeyThatIsNotThereIsNamedByItsPlace(@TempDir Path folder) throws IOException {
        var empty = Files.writeString(folder.resolve("empty"), " \n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.fromFile(folder.resolve("missing")))
                .withMessageStartingWith("the API key cannot be read from the file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.fromFile(empty))
                .withMessageEndingWith("holds no API key: one line of visible ASCII characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.fromEnvironment("INFINIMILL_NO_SUCH_KEY"))
                .withMessageContaining("INFINIMILL_NO_SUCH_KEY");
    }

    private String reply(Asked asked) {
        seen.complete(asked.json());
        return "Something or other.";
    }

    private OpenAiTeacher teacher(ApiKey key, Duration timeout) {
        return new OpenAiTeacher(settings(server.address(), key, timeout));
    }

    private static OpenAiSettings settings(URI address, ApiKey key, Duration timeout) {
        return new OpenAiSettings(address, "fake", key, Duration.ofSeconds(2), timeout, 16);
    }
}
