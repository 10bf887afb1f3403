package io.infinimill.teacher.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Fault;
import io.infinimill.teacher.fake.Script;
import io.infinimill.teacher.openai.ApiKey;
import io.infinimill.teacher.openai.OpenAiSettings;
import io.infinimill.teacher.openai.OpenAiTeacher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedTeacherTest {

    private static final Behaviour QUICK = Behaviour.slots(8, Duration.ofMillis(2), 0.5);
    private static final SharingSettings SETTINGS = new SharingSettings(
            4, 64, null, null, 4, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(30));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private FakeTeacher server;
    private SharedTeacher shared;

    @BeforeEach
    void start() throws IOException {
        server = FakeTeacher.start(QUICK, Script.always("Hello."));
        shared = shared(SETTINGS);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        shared.close();
        server.close();
    }

    @Test
    void twoJobsShareATeacherEvenlyHoweverManyThreadsEachHas() throws Exception {
        var left = new AtomicInteger(8000);
        var many = askFrom("many", 120, left);
        var few = askFrom("few", 40, left);

        assertThat(many.call() + few.call()).isEqualTo(8000);
        assertThat(few.call()).isBetween(3800, 4200);
    }

    @Test
    void faultsAreAskedAgainUntilEachRequestIsAnsweredOnce() throws Exception {
        server.behave(QUICK.with(Fault.OVERLOADED, 0.05)
                .with(Fault.SERVER_ERROR, 0.05)
                .with(Fault.RESET, 0.05)
                .withRetryAfter(Duration.ofMillis(10)));

        assertThat(askFrom("job", 50, new AtomicInteger(500)).call()).isEqualTo(500);

        var tally = server.tally();
        assertThat(tally.answered()).hasSize(500);
        assertThat(tally.paidTwice()).isZero();
        assertThat(shared.health().failures()).containsOnlyKeys("Overloaded", "Unavailable");
        assertThat(shared.health().replies()).isEqualTo(500);
    }

    @Test
    void aTeacherWithoutAQueueIsNotOverrun() throws Exception {
        server.behave(QUICK.withQueue(0).withRetryAfter(Duration.ofMillis(5)));

        assertThat(askFrom("job", 60, new AtomicInteger(600)).call()).isEqualTo(600);
    }

    @Test
    void whileATeacherIsDownAFewAskAndWhenItIsBackAllGoOn() throws Exception {
        server.behave(QUICK.with(Fault.SERVER_ERROR, 1));
        var answers = threads.submit(askFrom("job", 40, new AtomicInteger(200)));
        while (!shared.health().state().equals("down")) {
            Thread.onSpinWait();
        }
        var askedWhenDown = server.tally().requests();

        server.behave(QUICK);

        assertThat(answers.get()).isEqualTo(200);
        assertThat(askedWhenDown).isLessThan(150);
        assertThat(shared.health().state()).isEqualTo("up");
    }

    @Test
    void aRequestThatFailsWhileOthersSucceedIsGivenUp() {
        server.behave(QUICK.with(Fault.GARBAGE, 1));

        assertThatExceptionOfType(TeacherException.Unreadable.class)
                .isThrownBy(() -> shared.forJob("job").ask(question(1)));
        assertThat(server.tally().requests()).isEqualTo(4);
    }

    @Test
    void aRefusalIsNotRepeated() {
        var asked = new AtomicInteger();
        try (var refusing = new SharedTeacher(
                teacher(request -> {
                    asked.incrementAndGet();
                    throw TeacherException.Refused.any("no such model");
                }),
                SETTINGS)) {
            assertThatExceptionOfType(TeacherException.Refused.class)
                    .isThrownBy(() -> refusing.forJob("job").ask(question(1)));
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsBegunComesBeforeNewQuestions() throws Exception {
        var one = new SharingSettings(
                1, 1, null, null, 4, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(30));
        var order = new ConcurrentLinkedQueue<Integer>();
        var hold = new CountDownLatch(1);
        try (var teacher = new SharedTeacher(
                teacher(request -> {
                    order.add(10 * request.attempt() + request.messages().size());
                    awaitUninterruptibly(hold);
                    return new ChatReply(
                            "scripted",
                            List.of(new ChatReply.Choice("Hello.", ChatReply.Finish.STOP, null)),
                            ChatReply.Usage.NONE);
                }),
                one)) {
            var asking = new ArrayList<Future<ChatReply>>();
            for (var request : List.of(
                    question(1),
                    question(2),
                    question(3),
                    question(4).then(Message.assistant("Hello."), Message.user("Go on.")),
                    question(5).withAttempt(1))) {
                asking.add(threads.submit(() -> teacher.forJob("job").ask(request)));
                while (teacher.health().inFlight() + teacher.health().waiting() < asking.size()) {
                    Thread.onSpinWait();
                }
            }
            hold.countDown();
            for (var reply : asking) {
                reply.get();
            }
        }
        assertThat(order).containsExactly(1, 11, 3, 1, 1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void patienceEndsInTheLastFailure() {
        var impatient = new SharingSettings(
                1, 1, null, null, 100, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(50));
        server.behave(QUICK.with(Fault.OVERLOADED, 1).withRetryAfter(Duration.ofMillis(10)));

        try (var teacher = shared(impatient)) {
            assertThatExceptionOfType(TeacherException.Overloaded.class)
                    .isThrownBy(() -> teacher.forJob("job").ask(question(1)));
        }
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsLeavesTheLine() throws Exception {
        server.behave(QUICK.with(Fault.SILENCE, 1));
        var one = new SharingSettings(
                1, 1, null, null, 4, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(30));
        try (var teacher = shared(one)) {
            var asking = threads.submit(() -> teacher.forJob("job").ask(question(1)));
            while (teacher.health().inFlight() == 0) {
                Thread.onSpinWait();
            }
            var waiting = threads.submit(() -> teacher.forJob("job").ask(question(2)));
            while (teacher.health().waiting() == 0) {
                Thread.onSpinWait();
            }
            waiting.cancel(true);
            asking.cancel(true);
            while (teacher.health().waiting() + teacher.health().inFlight() > 0) {
                Thread.onSpinWait();
            }
            assertThat(teacher.health().jobs()).isEmpty();
        }
    }

    @Test
    void requestsAMinuteAreKeptTo() throws Exception {
        var slow = new SharingSettings(
                16, 64, 6000, null, 4, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(30));
        try (var teacher = shared(slow)) {
            var start = System.nanoTime();
            askFrom(teacher, "job", 50, new AtomicInteger(150)).call();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("100 at once, 50 more at 100 a second")
                    .isGreaterThan(Duration.ofMillis(480));
        }
    }

    private Callable<Integer> askFrom(String job, int callers, AtomicInteger left) {
        return askFrom(shared, job, callers, left);
    }

    /** Starts callers at once; calling the result waits for them and tells how many replies they got. */
    private Callable<Integer> askFrom(SharedTeacher asked, String job, int callers, AtomicInteger left) {
        var teacher = asked.forJob(job);
        List<Future<Integer>> running = IntStream.range(0, callers)
                .mapToObj(i -> threads.submit(() -> {
                    var replies = 0;
                    for (var number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                        teacher.ask(question(number));
                        replies++;
                    }
                    return replies;
                }))
                .toList();
        return () -> {
            var sum = 0;
            for (var caller : running) {
                sum += caller.get();
            }
            return sum;
        };
    }

    private SharedTeacher shared(SharingSettings settings) {
        return new SharedTeacher(
                new OpenAiTeacher(new OpenAiSettings(
                        server.address(), "fake", ApiKey.none(), Duration.ofSeconds(2), Duration.ofSeconds(5), 64)),
                settings);
    }

    private static ChatRequest question(int number) {
        return ChatRequest.of(Sampling.of(0, 10), Message.user("Question " + number));
    }

    private interface Answer {
        ChatReply to(ChatRequest request) throws TeacherException;
    }

    private static Teacher teacher(Answer answer) {
        return new Teacher() {
            @Override
            public String model() {
                return "scripted";
            }

            @Override
            public ChatReply ask(ChatRequest request) throws TeacherException {
                return answer.to(request);
            }

            @Override
            public void close() {}
        };
    }
}
