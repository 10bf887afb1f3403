package io.infinimill.teacher.gguf;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinimill.teacher.LocalModelContract;
import io.infinimill.teacher.ModelSettings;
import io.infinimill.teacher.Teacher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTeacherIT extends LocalModelContract {

    private static GgufTeacher teacher;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        teacher = new GgufTeacher(new ModelSettings(SmolModel.load(), "SmolLM2-135M-Instruct", 512, 2, 2));
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
        return false;
    }

    @Override
    protected boolean fitsSchemas() {
        return true;
    }

    @Test
    void aFileThatIsNoModelIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("model.gguf"), "no model");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GgufTeacher(new ModelSettings(file, "none", 512, 1, 1)))
                .withMessageContaining("model.gguf cannot be loaded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings(folder.resolve("missing.gguf"), "none", 512, 1, 1))
                .withMessageContaining("there is no readable model file");
    }
}
