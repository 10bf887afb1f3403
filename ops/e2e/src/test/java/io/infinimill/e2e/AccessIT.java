package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    @RegisterExtension
    static final Infinimill INFINIMILL =
            Infinimill.standalone().withEnvironment("INFINIMILL_API_KEYS", "first-key,second-key");

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
        assertThat(INFINIMILL.api().withKey("first-ke").get("/api/v1/jobs").status()).isEqualTo(401);
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
