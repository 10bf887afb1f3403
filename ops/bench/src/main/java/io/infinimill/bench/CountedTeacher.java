package io.infinimill.bench;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts a job's replies while it runs. */
final class CountedTeacher implements Teacher {

    private final Teacher teacher;
    private final AtomicLong replies = new AtomicLong();

    CountedTeacher(Teacher teacher) {
        this.teacher = teacher;
    }

    long replies() {
        return replies.get();
    }

    @Override
    public String model() {
        return teacher.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        var reply = teacher.ask(request);
        replies.incrementAndGet();
        return reply;
    }

    @Override
    public void close() {
        teacher.close();
    }
}
