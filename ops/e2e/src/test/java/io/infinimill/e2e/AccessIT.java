package io.infinimill.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone()
            .withEnvironment("INFINIMILL_API_KEYS", "first-key,second-key," + line("ci", "submit"));

    /** The line that {@code ./infinimill key} prints for the key "key of ci". */
    private static String line(String name, String scope) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(("key of " + name).getBytes(UTF_8));
            return "%s:%s:sha256:%s".formatted(name, scope, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The generator asks the services of the other stages before it takes a job; they ask it for a key too. */
    @Test
    void takesAJobFromWhoMaySubmitAndKeepsItsNameWithTheVersion() throws Exception {
        var api = INFINIMILL.api().withKey("key of ci");
        Job.submit(api, "mine", 20).awaitEnd(api);

        var version = api.postJson("/api/v1/datasets/mine/versions", "{\"note\": \"first\"}");

        assertThat(version.status()).as(version.body()).isEqualTo(201);
        assertThat(version.json().path("author").asString()).isEqualTo("ci");
        assertThat(Files.readString(INFINIMILL.home().resolve("log/infinimill.log")))
                .contains("ci POST /api/v1/jobs -> 202", "ci POST /api/v1/datasets/mine/versions -> 201")
                .doesNotContain("key of ci");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs",
                "/api/v1/recipes",
                "/actuator/prometheus",
                "/actuator/metrics",
                "//api/v1/jobs",
                "/x/../api/v1/jobs",
                "/api/v1/jobs;a=b",
                "/%61pi/v1/jobs",
                "/api;a=b/v1/jobs"
            })
    void answersNothingWithoutAKey(String path) throws Exception {
        var reply = INFINIMILL.api().get(path);

        assertThat(reply.status()).isIn(400, 401, 404);
        assertThat(reply.body()).doesNotContain("items");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        var reply = INFINIMILL.api().get("/api/v1/jobs");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.mediaType()).startsWith("application/problem+json");
        assertThat(reply.json().path("detail").asString()).contains("X-API-Key");
    }

    @Test
    void refusesAKeyThatIsNearlyRight() throws Exception {
        assertThat(INFINIMILL.api().withKey("first-ke").get("/api/v1/jobs").status())
                .isEqualTo(401);
        assertThat(INFINIMILL.api().withKey("").get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-key", "second-key"})
    void answersWithEitherKey(String key) throws Exception {
        assertThat(INFINIMILL.api().withKey(key).get("/api/v1/jobs").status()).isEqualTo(200);
    }

    @Test
    void showsHealthToAnyone() throws Exception {
        assertThat(INFINIMILL.api().get("/actuator/health").status()).isEqualTo(200);
    }
}
