package io.infinimill.teacher.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeTeacherTest {

    private static final Script HELLO = Script.always("Hello.");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void slotsAreNeverExceededAndTheQueueWaits() throws Exception {
        try (var teacher = FakeTeacher.start(Behaviour.slots(4, Duration.ofMillis(50), 0), HELLO)) {
            var statuses = askAtOnce(teacher, 32);

            assertThat(statuses).containsOnly(200);
            var tally = teacher.tally();
            assertThat(tally.busiest()).isEqualTo(4);
            assertThat(tally.longestQueue()).isPositive();
            assertThat(tally.meanBusy(Duration.ofMillis(100), Duration.ofMillis(300)))
                    .isCloseTo(4, within(0.3));
        }
    }

    @Test
    void whatFindsNoPlaceInTheQueueIsSentAway() throws Exception {
        try (var teacher =
                FakeTeacher.start(Behaviour.slots(2, Duration.ofMillis(100), 0).withQueue(3), HELLO)) {
            var statuses = askAtOnce(teacher, 20);

            assertThat(statuses).containsOnly(200, 429);
            assertThat(teacher.tally().longestQueue()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void itCountsWhatItWasAskedAndWhatItAnsweredTwice() throws Exception {
        try (var teacher = FakeTeacher.start(Behaviour.instant(), HELLO)) {
            ask(teacher, "one");
            ask(teacher, "two");
            ask(teacher, "two");

            assertThat(teacher.tally().requests()).isEqualTo(3);
            assertThat(teacher.tally().replies()).isEqualTo(3);
            assertThat(teacher.tally().paidTwice()).isOne();

            teacher.behave(Behaviour.instant().with(Fault.SERVER_ERROR, 1));
            ask(teacher, "three");
            assertThat(teacher.tally().replies()).isEqualTo(3);
            assertThat(teacher.tally().statuses()).containsEntry(503, 1);
        }
    }

    @Test
    void aFaultMeetsItsShareOfTheRequestsWhateverTheirOrder() throws Exception {
        var behaviour = Behaviour.instant().with(Fault.SERVER_ERROR, 0.25);
        try (var forward = FakeTeacher.start(behaviour, HELLO);
                var backward = FakeTeacher.start(behaviour, HELLO)) {
            for (var i = 0; i < 400; i++) {
                ask(forward, "question " + i);
                ask(backward, "question " + (399 - i));
            }

            assertThat(forward.tally().statuses().get(503)).isBetween(70, 130);
            assertThat(forward.tally().answered()).isEqualTo(backward.tally().answered());
        }
    }

    @Test
    void aFileCanSayWhatItReplies(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("script.jsonl"), """
                {"contains": "rainbow", "reply": "Seven."}
                {"contains": "", "reply": "I do not know."}
                """);
        try (var teacher = FakeTeacher.start(Behaviour.instant(), Script.load(file))) {
            assertThat(ask(teacher, "How many colours has a rainbow?").body()).contains("\"Seven.\"");
            assertThat(ask(teacher, "And a cat?").body()).contains("\"I do not know.\"");
        }
    }

    @Test
    void aTeacherThatWentCanComeBackOnItsPort() throws Exception {
        var first = FakeTeacher.start(Behaviour.instant(), HELLO);
        first.close();

        try (var second = FakeTeacher.start(Behaviour.instant(), HELLO, first.port())) {
            assertThat(ask(second, "there?").statusCode()).isEqualTo(200);
        }
    }

    private List<Integer> askAtOnce(FakeTeacher teacher, int requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, requests)
                            .mapToObj(i -> (Callable<Integer>)
                                    () -> ask(teacher, "question " + i).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private HttpResponse<String> ask(FakeTeacher teacher, String question) throws IOException, InterruptedException {
        var body = "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}".formatted(question);
        var request = HttpRequest.newBuilder(URI.create(teacher.address() + "/chat/completions"))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
