package io.infinimill.teacher.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinimill.teacher.ChatReply.TokenLogProbability;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.LocalModelContract;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ModelSettings;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.gguf.GgufTeacher;
import io.infinimill.teacher.gguf.SmolModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlTeacherIT extends LocalModelContract {

    private static final String MODEL = "SmolLM2-135M-Instruct";

    private static Path file = Path.of("");
    private static DjlTeacher teacher;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        file = SmolOnnx.load();
        teacher = new DjlTeacher(new ModelSettings(file, MODEL, 512, 2, 2));
    }

    @AfterAll
    static void close() {
        teacher.close();
    }

    @Override
    protected Teacher teacher() {
        return teacher;
    }

    @Override
    protected boolean knowsLogProbabilities() {
        return true;
    }

    @Override
    protected boolean fitsSchemas() {
        return false;
    }

    /** With rounded weights llama.cpp goes on otherwise; the tokens of the chat are the same. */
    @Test
    void itReadsAChatAsLlamaCppDoesAndAnswersIt() throws Exception {
        var request = ChatRequest.of(
                Sampling.of(0, 24),
                Message.system("You answer in one sentence."),
                Message.user("What is the capital of France?"));
        try (var other = new GgufTeacher(new ModelSettings(SmolModel.load(), MODEL, 512, 2, 1))) {
            var reply = teacher.ask(request);

            assertThat(reply.first().text()).contains("Paris");
            assertThat(reply.usage().tokensIn())
                    .isEqualTo(other.ask(request).usage().tokensIn());
        }
    }

    /** It is read in parts. */
    @Test
    void aLongChatIsReadAsAShortOneIs() throws Exception {
        var request = ChatRequest.of(
                Sampling.of(0, 12),
                Message.user("The sky is blue. ".repeat(60)),
                Message.assistant("The sky is blue."),
                Message.user("What is the capital of France?"));

        var reply = teacher.ask(request);

        assertThat(reply.usage().tokensIn()).isGreaterThan(250);
        assertThat(reply.first().text()).contains("Paris");
    }

    @Test
    void aStopIsNoPartOfTheTokensEither() throws Exception {
        var sampling = Sampling.of(0, 30).withLogProbabilities();
        var whole =
                teacher.ask(ChatRequest.of(sampling, Message.user(QUESTION))).first();
        var stop = whole.text().substring(5, 12);

        var cut = teacher.ask(ChatRequest.of(sampling.withStop(stop), Message.user(QUESTION)))
                .first();

        assertThat(cut.text()).isEqualTo(whole.text().substring(0, 5));
        assertThat(Objects.requireNonNull(cut.logProbabilities()).stream().map(TokenLogProbability::token))
                .as("the tokens of '%s'", cut.text())
                .satisfies(tokens -> assertThat(String.join("", tokens)).isEqualTo(cut.text()));
    }

    @Test
    void whatIsMissingOrIsNoModelIsNamed(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("missing.onnx");
        var broken = Files.writeString(folder.resolve("model.onnx"), "no model");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings(missing, "none", 512, 1, 1))
                .withMessageContaining("there is no readable model file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DjlTeacher(new ModelSettings(broken, "none", 512, 1, 1)))
                .withMessageContaining("there is no readable " + folder.resolve("config.json"));
        for (var name : new String[] {"config.json", "tokenizer.json", "tokenizer_config.json"}) {
            Files.copy(file.resolveSibling(name), folder.resolve(name));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DjlTeacher(new ModelSettings(broken, "none", 512, 1, 1)))
                .withMessageContaining("model.onnx cannot be loaded");
        Files.writeString(folder.resolve("tokenizer_config.json"), "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DjlTeacher(new ModelSettings(broken, "none", 512, 1, 1)))
                .withMessageContaining("tokenizer_config.json has no chat_template. Maybe");
    }
}
