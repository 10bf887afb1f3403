package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;

/** A teacher whose endpoint knows no JSON schemas: it is asked without, and its words are read all the same. */
record Unconstrained(Teacher teacher) implements Teacher {

    @Override
    public String model() {
        return teacher.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        return teacher.ask(request.withoutSchema());
    }

    @Override
    public void close() {
        teacher.close();
    }
}
