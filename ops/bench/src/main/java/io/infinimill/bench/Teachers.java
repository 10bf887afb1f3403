package io.infinimill.bench;

import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Fault;
import io.infinimill.teacher.fake.Script;
import io.infinimill.teacher.fake.Tally;
import io.infinimill.teacher.openai.ApiKey;
import io.infinimill.teacher.openai.OpenAiSettings;
import io.infinimill.teacher.openai.OpenAiTeacher;
import io.infinimill.teacher.shared.SharedTeacher;
import io.infinimill.teacher.shared.SharingSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** How busy a teacher with slots is kept, how jobs share it, and how many replies a second a client can take. */
final class Teachers {

    private static final int SLOTS = 64;
    private static final Duration MEDIAN = Duration.ofMillis(200);
    private static final double SIGMA = 0.6;
    private static final double EACH_FAULT = 0.0125;
    private static final int CALLERS = 1000;
    private static final int MOST_IN_FLIGHT = 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SEARCH = Duration.ofSeconds(3);
    private static final Script SCRIPT = Script.always("The answer is 42. ".repeat(20));

    private final int requests;
    private final double scale;

    private Teachers(int requests, double scale) {
        this.requests = requests;
        this.scale = scale;
    }

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.parse(arguments, Set.of("requests", "faster", "runs"), Set.of("peers"));
        var bench = new Teachers(options.number("requests", 20_000), options.number("faster", 1));
        Figures.machine();
        bench.keepBusy("A teacher that nothing disturbs", bench.slots());
        bench.keepBusy(
                "5 %% faults: 429 with Retry-After 1 s, 503, reset, no reply within the limit of %s".formatted(TIMEOUT),
                bench.slots()
                        .with(Fault.OVERLOADED, EACH_FAULT)
                        .with(Fault.SERVER_ERROR, EACH_FAULT)
                        .with(Fault.RESET, EACH_FAULT)
                        .with(Fault.SILENCE, EACH_FAULT));
        bench.share();
        InstantReplies.measure(SCRIPT, options.number("runs", 3), options.has("peers"));
    }

    private Behaviour slots() {
        return Behaviour.slots(SLOTS, Duration.ofNanos((long) (MEDIAN.toNanos() / scale)), SIGMA);
    }

    private void keepBusy(String heading, Behaviour behaviour) throws IOException, InterruptedException {
        Figures.heading("%s: %d slots, log-normal latency, median %s, sigma %s, a job of %,d requests"
                .formatted(heading, SLOTS, behaviour.median(), SIGMA, requests));
        try (var server = FakeTeacher.start(behaviour, SCRIPT);
                var shared = shared(server)) {
            var result = new TeacherJob(shared.forJob("job"), 0, requests, CALLERS).run();
            var tally = server.tally();
            var lastReply = Duration.ofNanos(result.nanos());
            var lastQuestion = Duration.ofNanos(result.allAsked());
            busy("slots busy", tally, Duration.ZERO, lastReply, "from the first request to the last reply");
            busy("slots busy while there was work", tally, Duration.ZERO, lastQuestion, "without the last replies");
            busy("slots busy once found", tally, SEARCH, lastQuestion, "without the first %s either".formatted(SEARCH));
            var health = shared.health();
            Figures.count("in flight at the end", health.limit(), "the limit found; nothing told it " + SLOTS);
            Figures.count("longest queue", tally.longestQueue(), "requests waiting at the teacher");
            Figures.figure("replies", Figures.grouped(result.repliesPerSecond()) + "/s", "");
            account(result, tally, health.failures().toString());
        }
    }

    private void share() throws IOException, InterruptedException {
        Figures.heading("Two jobs of %,d requests at once, with %d and %d callers"
                .formatted(requests / 2, CALLERS, CALLERS / 4));
        try (var server = FakeTeacher.start(slots(), SCRIPT);
                var shared = shared(server);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = new CountedTeacher(shared.forJob("one"));
            var other = new CountedTeacher(shared.forJob("other"));
            var first = threads.submit(() -> {
                var result = new TeacherJob(one, 0, requests / 2, CALLERS).run();
                return new long[] {result.answered(), other.replies()};
            });
            var second = threads.submit(() -> {
                var result = new TeacherJob(other, requests, requests / 2, CALLERS / 4).run();
                return new long[] {one.replies(), result.answered()};
            });
            var counts = List.of(first.get(), second.get()).stream()
                    .min(Comparator.comparingLong(both -> both[0] + both[1]))
                    .orElseThrow();
            Figures.share("first job's replies", counts[0], counts[0] + counts[1], "when the first of them was done");
            Figures.share("second job's replies", counts[1], counts[0] + counts[1], "");
        } catch (ExecutionException e) {
            throw new IOException("a job failed", e);
        }
    }

    private void account(TeacherJob.Result result, Tally tally, String failures) throws IOException {
        Figures.count(
                "answered", result.answered(), "given up: %d; failures met: %s".formatted(result.failed(), failures));
        Figures.count("answered twice", tally.paidTwice(), "whole replies to a request that had one");
        if (result.answered() != requests || tally.paidTwice() > 0) {
            throw new IOException("of %d requests, %d were answered and %d answered twice"
                    .formatted(requests, result.answered(), tally.paidTwice()));
        }
    }

    private static void busy(String what, Tally tally, Duration from, Duration to, String how) {
        var busy = tally.meanBusy(from, to) / SLOTS;
        var seconds = to.minus(from).toMillis() / 1e3;
        Figures.figure(what, "%.2f %%".formatted(100 * busy), "%s, %.1f s".formatted(how, seconds));
    }

    private static SharedTeacher shared(FakeTeacher server) {
        return new SharedTeacher(client(server, TIMEOUT), SharingSettings.upTo(MOST_IN_FLIGHT));
    }

    static OpenAiTeacher client(FakeTeacher server, Duration timeout) {
        return new OpenAiTeacher(new OpenAiSettings(
                server.address(), "fake", ApiKey.none(), Duration.ofSeconds(5), timeout, MOST_IN_FLIGHT));
    }
}
