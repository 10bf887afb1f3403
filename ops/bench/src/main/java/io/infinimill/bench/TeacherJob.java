package io.infinimill.bench;

import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A job that asks a teacher different questions.
 *
 * @param first number of the first question
 * @param callers how many questions it has ready at any time
 */
record TeacherJob(Teacher teacher, int first, int requests, int callers) {

    private static final Sampling SAMPLING = Sampling.of(0.7, 512);
    private static final String PADDING = "Think step by step. ".repeat(25);

    /**
     * @param answered replies that came
     * @param failed requests that were given up
     * @param allAsked nanoseconds until the last question had been taken up
     */
    record Result(int answered, int failed, long nanos, long allAsked) {

        double repliesPerSecond() {
            return answered * 1e9 / nanos;
        }
    }

    Result run() throws InterruptedException {
        var start = System.nanoTime();
        var next = new AtomicInteger();
        var answered = new AtomicInteger();
        var failed = new AtomicInteger();
        var allAsked = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < callers; i++) {
                var _ = threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                        (ask(number) ? answered : failed).incrementAndGet();
                    }
                    allAsked.compareAndSet(0, System.nanoTime() - start);
                    return true;
                });
            }
        }
        return new Result(answered.get(), failed.get(), System.nanoTime() - start, allAsked.get());
    }

    private boolean ask(int number) throws InterruptedException {
        try {
            var question = "Question %d. %s".formatted(first + number, PADDING);
            teacher.ask(ChatRequest.of(SAMPLING, Message.user(question)));
            return true;
        } catch (TeacherException e) {
            return false;
        }
    }
}
