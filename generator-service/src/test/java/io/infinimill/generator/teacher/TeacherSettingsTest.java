package io.infinimill.generator.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TeacherSettingsTest {

    @Test
    void aTeacherBehindAnAddressFindsItsCapacityByItself() {
        var teacher = bound(Map.of("url", "http://localhost:8000/v1", "model", "m"));

        assertThat(teacher.model()).isEqualTo("m");
        assertThat(teacher.limits().inFlight()).isEqualTo(512);
        assertThat(teacher.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(teacher.abilities().schema()).isTrue();
        assertThat(teacher.abilities().images()).isFalse();
    }

    @Test
    void aModelInThisProcessIsCalledAsItsFile() {
        var teacher = bound(Map.of("gguf", "/models/SmolLM2.Q4.gguf", "in-process.slots", "3"));

        assertThat(teacher.model()).isEqualTo("SmolLM2.Q4");
        assertThat(teacher.inProcess().slots()).isEqualTo(3);
        assertThat(teacher.inProcess().context()).isEqualTo(4096);
        assertThat(teacher.inProcess().computing()).isPositive();
        assertThat(bound(Map.of("gguf", "m.gguf", "model", "mine")).model()).isEqualTo("mine");
    }

    @Test
    void aTeacherIsInOnePlace() {
        assertThatThrownBy(() -> bound(Map.of("model", "m")))
                .rootCause()
                .hasMessageContaining("a teacher has none; it wants one of url, gguf and onnx");
        assertThatThrownBy(() -> bound(Map.of("model", "m", "url", "http://a/v1", "gguf", "m.gguf")))
                .rootCause()
                .hasMessageContaining("a teacher has url and gguf; it wants one");
        assertThatThrownBy(() -> bound(Map.of("url", "http://a/v1")))
                .rootCause()
                .hasMessageContaining("the teacher at http://a/v1 has no model");
        assertThatThrownBy(() -> bound(Map.of("onnx", "/smol/model.onnx")))
                .rootCause()
                .hasMessageContaining("the teacher at /smol/model.onnx has no model");
    }

    @Test
    void anEndpointWithoutSchemasIsAskedWithout() throws Exception {
        for (var schema : List.of("true", "false")) {
            var constrained = new AtomicBoolean();
            try (var server = FakeTeacher.start(Behaviour.instant(), Script.saying(asked -> {
                constrained.set(asked.json().has("response_format"));
                return "{}";
            }))) {
                var teachers = new Teachers(
                        settings(Map.of("url", server.address().toString(), "model", "m", "abilities.schema", schema)));
                teachers.forJob("local", "job")
                        .ask(ChatRequest.of(Sampling.of(0, 10), Message.user("Reply with an object."))
                                .withSchema(new ReplySchema("any", "{\"type\": \"object\"}")));
                teachers.close();
            }
            assertThat(constrained.get()).isEqualTo(Boolean.parseBoolean(schema));
        }
    }

    @Test
    void aFileThatIsNoModelIsNamedAtTheStart(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("model.gguf"), "no model");

        assertThatThrownBy(() -> new Teachers(settings(Map.of("gguf", file.toString()))))
                .hasMessageContaining("model.gguf cannot be loaded");
        assertThatThrownBy(() -> new Teachers(settings(Map.of("gguf", "missing.gguf"))))
                .hasMessageContaining("there is no readable model file missing.gguf");
        var onnx = Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> new Teachers(settings(Map.of("onnx", onnx.toString(), "model", "m"))))
                .hasMessageContaining("model.onnx cannot be loaded")
                .hasMessageContaining("there is no readable " + folder.resolve("config.json"));
    }

    private static TeacherSettings.Configured bound(Map<String, String> teacher) {
        return Objects.requireNonNull(settings(teacher).teachers().get("local"));
    }

    private static TeacherSettings settings(Map<String, String> teacher) {
        var properties = new LinkedHashMap<String, String>();
        teacher.forEach((name, value) -> properties.put("infinimill.generator.teachers.local." + name, value));
        properties.put("infinimill.generator.replies.age", "1d");
        properties.put("infinimill.generator.replies.most", "10");
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("infinimill.generator", TeacherSettings.class)
                .get();
    }
}
