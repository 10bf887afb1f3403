package io.infinimill.teacher.openai;

import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherContract;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Script;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OpenAiTeacherContractTest extends TeacherContract {

    private static FakeTeacher server;
    private static OpenAiTeacher teacher;

    @BeforeAll
    static void start() throws IOException {
        var script = Script.saying(asked -> asked.json().has("response_format")
                ? "{\"count\": 7}"
                : "Red, orange, yellow, green, blue, indigo and violet are the colours of the rainbow.");
        server = FakeTeacher.start(Behaviour.slots(4, Duration.ofMillis(2), 0.5), script);
        teacher = new OpenAiTeacher(new OpenAiSettings(
                server.address(), "fake", ApiKey.none(), Duration.ofSeconds(2), Duration.ofSeconds(10), 64));
    }

    @AfterAll
    static void stop() {
        teacher.close();
        server.close();
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
    protected boolean seesImages() {
        return true;
    }

    @Override
    protected boolean fitsSchemas() {
        return true;
    }
}
