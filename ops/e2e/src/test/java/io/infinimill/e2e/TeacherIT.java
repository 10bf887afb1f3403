package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Jobs that a teacher works for, through what may happen to the process and to the teacher. */
class TeacherIT {

    private static final int PROBLEMS = 120;
    private static final int SLOTS = 4;
    private static final Behaviour BEHAVIOUR = Behaviour.slots(SLOTS, Duration.ofMillis(200), 0.6);
    private static final TaughtProblems TAUGHT;
    private static FakeTeacher teacher;

    static {
        try {
            TAUGHT = TaughtProblems.first(PROBLEMS);
            teacher = FakeTeacher.start(BEHAVIOUR, TAUGHT.script());
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone(
            "--infinimill.generator.teachers.default.url=" + teacher.address(),
            "--infinimill.generator.teachers.default.model=fake");

    @BeforeEach
    void forget() {
        teacher.behave(BEHAVIOUR);
        teacher.forget();
    }

    @AfterAll
    static void close() {
        teacher.close();
    }

    @Test
    void aKilledProcessGoesOnAndAsksAgainOnlyWhatHadNoReply() throws Exception {
        var keptBefore = keptReplies();
        var job = submit("killed", 1);
        job.await(INFINIMILL.api(), view -> decided(view) >= PROBLEMS / 4);

        INFINIMILL.kill();
        var lost = teacher.tally().replies() - (keptReplies() - keptBefore);
        INFINIMILL.start();

        var ended = job.awaitEnd(INFINIMILL.api());
        assertThat(ended.at("/seeds/decoupled").asLong()).isEqualTo(PROBLEMS);
        assertBalanced(ended);
        var tally = teacher.tally();
        assertThat(tally.answered()).hasSize(PROBLEMS);
        // lost between the socket and the commit; everything that was kept is not asked again
        assertThat(tally.paidTwice()).isEqualTo(lost).isLessThan(PROBLEMS / 4);
        assertThat(ended.at("/spending/asked").asLong()).isEqualTo(tally.replies() - tally.paidTwice());
    }

    @Test
    void aTeacherThatIsAwayForAMinuteIsWaitedFor() throws Exception {
        var job = submit("away", 2);
        job.await(INFINIMILL.api(), view -> decided(view) >= PROBLEMS / 4);
        var port = teacher.port();
        var answered = teacher.tally().replies();

        teacher.close();
        var left = Instant.now();
        await("down");
        var during = job.await(
                INFINIMILL.api(), _ -> Duration.between(left, Instant.now()).toSeconds() >= 60);
        assertThat(during.path("state").asString()).isEqualTo("running");
        assertThat(await("down").at("/health/lastFailure").asString()).isNotBlank();
        teacher = FakeTeacher.start(BEHAVIOUR, TAUGHT.script(), port);

        var ended = job.awaitEnd(INFINIMILL.api());
        assertThat(ended.at("/seeds/decoupled").asLong()).isEqualTo(PROBLEMS);
        assertBalanced(ended);
        assertThat(await("up").at("/health/inFlight").asInt()).isZero();
        assertThat(teacher.tally().paidTwice()).isZero();
        assertThat(teacher.tally().replies()).isBetween(PROBLEMS - answered - SLOTS, PROBLEMS - answered + SLOTS);
    }

    @Test
    void aTeacherThatTurnsTenTimesSlowerIsWaitedFor() throws Exception {
        var job = submit("slow", 3);
        job.await(INFINIMILL.api(), view -> decided(view) >= PROBLEMS / 2);

        teacher.behave(BEHAVIOUR.slowedBy(10));

        var ended = job.awaitEnd(INFINIMILL.api());
        assertThat(ended.at("/seeds/decoupled").asLong()).isEqualTo(PROBLEMS);
        assertBalanced(ended);
        assertThat(teacher.tally().paidTwice()).isZero();
        assertThat(await("up").at("/health/failures/TimedOut").isMissingNode()).isTrue();
    }

    /** Of all jobs, in PostgreSQL, which outlives the process. */
    private static int keptReplies() throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%s/infinimill".formatted(INFINIMILL.databasePort());
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from generator.reply")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static JsonNode await(String state) throws Exception {
        var deadline = Instant.now().plusSeconds(60);
        while (true) {
            var view = INFINIMILL.api().get("/api/v1/teachers/default").json();
            if (view.at("/health/state").asString().equals(state)) {
                return view;
            }
            assertThat(Instant.now()).as("%s", view).isBefore(deadline);
        }
    }

    /** @param mark makes the prompt's hash differ from that of other tests, so that no reply is known */
    private static Job submit(String name, int mark) throws Exception {
        TAUGHT.upload(INFINIMILL.api(), name);
        var recipe = (ObjectNode)
                INFINIMILL.api().get("/api/v1/recipes/math-teacher").json();
        for (var use : recipe.path("generate")) {
            if (use.path("parameters") instanceof ObjectNode parameters && parameters.has("max-tokens")) {
                parameters.put("max-tokens", 1000 + mark);
            } else if (use.path("parameters") instanceof ObjectNode parameters && parameters.has("most")) {
                parameters.put("most", 2);
            }
        }
        var reply = INFINIMILL
                .api()
                .postJson(
                        "/api/v1/jobs",
                        Wire.MAPPER.writeValueAsString(Map.of("recipe", recipe, "seedSet", name, "dataset", name)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return new Job(reply.json().path("id").asString(), name);
    }

    private static void assertBalanced(JsonNode job) {
        assertThat(job.path("state").asString()).isEqualTo("completed");
        var ends = List.of("accepted", "rejected", "deadLettered");
        assertThat(Job.count(job, "generated"))
                .isEqualTo(ends.stream().mapToLong(end -> Job.count(job, end)).sum());
    }

    private static long decided(JsonNode job) {
        return job.at("/seeds/decoupled").asLong() + job.at("/seeds/refused").asLong();
    }
}
