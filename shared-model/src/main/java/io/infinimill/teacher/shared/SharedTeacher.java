package io.infinimill.teacher.shared;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps one teacher busy for all jobs. Each job asks through its own {@link #forJob} from as many virtual threads as it
 * likes; a call waits for its turn, is repeated when it fails for a while, and waits while the teacher is down.
 */
public final class SharedTeacher implements AutoCloseable {

    private final Teacher teacher;
    private final SharingSettings settings;
    private final Waits waits;
    private final Gate gate;
    private final AtomicInteger retrying = new AtomicInteger();

    /** @param teacher is closed with this */
    public SharedTeacher(Teacher teacher, SharingSettings settings) {
        this.teacher = teacher;
        this.settings = settings;
        waits = new Waits(settings.firstWait(), settings.longestWait());
        gate = new Gate(settings);
    }

    /** The teacher as one job asks it. Closing it closes nothing. */
    public Teacher forJob(String job) {
        return new JobsTeacher(job);
    }

    public TeacherHealth health() {
        return gate.health(teacher.model(), retrying.get());
    }

    @Override
    public void close() {
        gate.close();
        teacher.close();
    }

    private ChatReply ask(String job, ChatRequest request) throws TeacherException, InterruptedException {
        var start = System.nanoTime();
        var place = isBegun(request) ? Line.Place.FRONT : Line.Place.BACK;
        var failures = 0;
        var ownFailures = 0;
        while (true) {
            try {
                return askOnce(job, request, place);
            } catch (TeacherException failure) {
                failures++;
                ownFailures += isOwn(failure) ? 1 : 0;
                var wait = waits.before(failures, failure, ThreadLocalRandom.current());
                if (!failure.retriable()
                        || ownFailures >= settings.attempts()
                        || System.nanoTime() - start + wait.toNanos()
                                > settings.patience().toNanos()) {
                    throw failure;
                }
                pause(wait);
                place = Line.Place.FRONT;
            }
        }
    }

    /**
     * A chat that goes on and a question that is asked again come before new ones, since what they are about is nearer its end
     * and a server may still have read the prompt.
     */
    private static boolean isBegun(ChatRequest request) {
        return request.attempt() > 0
                || request.messages().stream().anyMatch(message -> message.role() == Message.Role.ASSISTANT);
    }

    /** Whether the request may be to blame: the teacher has time, and answers others. */
    private boolean isOwn(TeacherException failure) {
        return !(failure instanceof TeacherException.Overloaded) && gate.isUp();
    }

    private ChatReply askOnce(String job, ChatRequest request, Line.Place place)
            throws TeacherException, InterruptedException {
        var turn = gate.enter(job, request, place);
        var start = System.nanoTime();
        var settled = false;
        try {
            var reply = teacher.ask(request);
            settled = true;
            gate.replied(job, turn, System.nanoTime() - start, reply.usage());
            return reply;
        } catch (TeacherException failure) {
            settled = true;
            gate.failed(job, turn, System.nanoTime() - start, failure);
            throw failure;
        } finally {
            if (!settled) {
                gate.abandoned(job, turn);
            }
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        retrying.incrementAndGet();
        try {
            Thread.sleep(wait);
        } finally {
            retrying.decrementAndGet();
        }
    }

    private final class JobsTeacher implements Teacher {

        private final String job;

        JobsTeacher(String job) {
            this.job = job;
        }

        @Override
        public String model() {
            return teacher.model();
        }

        @Override
        public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
            return SharedTeacher.this.ask(job, request);
        }

        @Override
        public void close() {
            // the teacher belongs to all jobs
        }
    }
}
