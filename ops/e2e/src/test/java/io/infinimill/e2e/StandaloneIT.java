package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandaloneIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone();

    private static final String SEED = """
            {"question": "Ada has 3 shells and finds 4 more. How many has she now?", "answer": "She has 3 + 4 = <<3+4=7>>7 shells.\\n#### 7"}
            """;

    @Test
    void reportsHealthOfDatabaseAndBroker() throws Exception {
        var health = INFINIMILL.api().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/components/db/status").asString()).isEqualTo("UP");
        assertThat(health.json().at("/components/kafka/status").asString()).isEqualTo("UP");
    }

    @Test
    void servesItsDescription() throws Exception {
        var description = INFINIMILL.api().get("/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("openapi").asString()).startsWith("3.1");
        assertThat(description.json().path("paths").propertyNames())
                .contains("/api/v1/jobs", "/api/v1/seed-sets/{name}");
    }

    @Test
    void refusesASecondProcessOnItsHome() throws Exception {
        var second = INFINIMILL.startAnother("--server.port=0");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.output())
                .contains("is in use by process", "./infinimill down")
                .doesNotContain("\tat ");
        assertThat(INFINIMILL.api().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void takesOverTheDatabaseOfAKilledProcess() throws Exception {
        var upload = INFINIMILL
                .api()
                .post("/api/v1/seed-sets/kept?format=gsm8k", "application/x-ndjson", BodyPublishers.ofString(SEED));
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        var database = INFINIMILL.database().orElseThrow();

        INFINIMILL.kill();
        assertThat(database.isAlive()).isTrue();
        INFINIMILL.start();

        assertThat(INFINIMILL.database()).contains(database);
        assertThat(INFINIMILL
                        .api()
                        .get("/api/v1/seed-sets/kept")
                        .json()
                        .path("seeds")
                        .asLong())
                .isEqualTo(1);
        assertThat(INFINIMILL.api().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void startsALostDatabaseAgainAndRefusesRequestsMeanwhile() throws Exception {
        var lost = INFINIMILL.database().orElseThrow();
        assertThat(INFINIMILL.api().get("/api/v1/jobs").status()).isEqualTo(200);

        assertThat(lost.destroyForcibly()).isTrue();

        assertThat(jobsUntil(503).json().path("detail").asString()).contains("Maybe ask again");
        jobsUntil(200);
        assertThat(INFINIMILL.database().orElseThrow()).isNotEqualTo(lost);
        assertThat(INFINIMILL
                        .api()
                        .post("/api/v1/seed-sets/after?format=gsm8k", "application/x-ndjson", BodyPublishers.ofString(SEED))
                        .status())
                .isEqualTo(201);
    }

    /** Asks until the answer is as expected; until then it is 200 or a 503 that says what is up. */
    private static Api.Reply jobsUntil(int status) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            var reply = INFINIMILL.api().get("/api/v1/jobs");
            assertThat(reply.status()).as(reply.body()).isIn(200, 503);
            if (reply.status() == status) {
                return reply;
            }
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(deadline);
        }
    }

    @Test
    void leavesNothingRunningWhenItIsStopped() throws Exception {
        var database = INFINIMILL.database().orElseThrow();

        try {
            INFINIMILL.stop();
            database.onExit().get(10, TimeUnit.SECONDS);
            assertThat(INFINIMILL.home().resolve("address")).doesNotExist();
        } finally {
            INFINIMILL.start();
        }
    }
}
