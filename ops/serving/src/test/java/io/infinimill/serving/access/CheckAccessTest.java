package io.infinimill.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.infinimill.serving.Refusal;
import io.infinimill.serving.TestService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckAccessTest {

    private static final String THINGS = "/api/v1/things";

    private final String reading = MakeKey.make();
    private final String submitting = MakeKey.make();
    private final TestService service = TestService.start("infinimill.api-keys="
            + String.join(
                    ",",
                    ApiKey.line("dashboard", Scope.READ, reading),
                    ApiKey.line("ci", Scope.SUBMIT, submitting),
                    "old-plain-key"));

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void asksForAKey() throws Exception {
        var reply = service.get(THINGS);

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"infinimill\"");
        assertThat(reply.body()).contains("there is no header X-API-Key and no bearer token", "Maybe");
    }

    @ParameterizedTest
    @CsvSource({"X-API-Token, %s", "Api-Key, %s", "Authorization, Basic %s", "Authorization, %s", "Cookie, key=%s"})
    void doesNotFindAKeyInAnotherPlace(String header, String value) throws Exception {
        assertThat(service.get(THINGS, header, value.formatted(reading)).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"X-API-Key, %s", "x-api-key, %s", "Authorization, Bearer %s", "Authorization, bearer %s"})
    void knowsTheCallerByItsKey(String header, String value) throws Exception {
        var reply = service.get(THINGS, header, value.formatted(reading));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).endsWith("for dashboard");
    }

    @Test
    void letsEachScopeDoWhatItMay() throws Exception {
        assertThat(statuses(reading)).containsExactly(200, 403, 403);
        assertThat(statuses(submitting)).containsExactly(200, 200, 403);
        assertThat(statuses("old-plain-key")).containsExactly(200, 200, 200);
    }

    private List<Integer> statuses(String key) throws Exception {
        return List.of(
                service.send("GET", THINGS, "X-API-Key", key).statusCode(),
                service.send("POST", THINGS, "X-API-Key", key).statusCode(),
                service.send("DELETE", THINGS, "X-API-Key", key).statusCode());
    }

    @Test
    void saysWhichScopeIsWanted() throws Exception {
        var reply = service.send("POST", THINGS, "X-API-Key", reading);

        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body())
                .contains("'dashboard' has the scope 'read', and this wants 'submit'")
                .doesNotContain(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/things",
                "/x/../api/v1/things",
                "/api/v1/things;a=b",
                "/%61pi/v1/things",
                "/api;a=b/v1/things",
                "/API/v1/things",
                "/api/v1/things/"
            })
    void showsNothingByAnotherSpelling(String path) throws Exception {
        var reply = service.get(path);

        assertThat(reply.statusCode()).isIn(400, 401, 404);
        assertThat(reply.body()).doesNotContain("for nobody");
    }

    @Test
    void writesDownWhoChangedWhat() throws Exception {
        var audit = (Logger) LoggerFactory.getLogger("audit");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        // Closed before its lines are read, since a reply may be there before its line is.
        try (var audited = TestService.start("infinimill.api-keys=" + ApiKey.line("ci", Scope.SUBMIT, submitting))) {
            audit.addAppender(lines);
            audited.send("POST", THINGS, "X-API-Key", submitting);
            audited.send("DELETE", THINGS, "X-API-Key", submitting);
            audited.get(THINGS, "X-API-Key", submitting);
        }
        audit.detachAppender(lines);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("ci POST /api/v1/things -> 200", "ci DELETE /api/v1/things -> 403");
        assertThat(lines.list.getFirst().getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .contains("caller=ci", "scope=submit", "status=200");
    }

    @Test
    void slowsOneCallerDownAndNotTheOthers() throws Exception {
        try (var slow = TestService.start(
                "infinimill.api-keys=first,second",
                "infinimill.requests.per-second=1",
                "infinimill.requests.burst=3")) {
            for (int i = 0; i < 3; i++) {
                assertThat(slow.get(THINGS, "X-API-Key", "first").statusCode()).isEqualTo(200);
            }
            var reply = slow.get(THINGS, "X-API-Key", "first");

            assertThat(reply.statusCode()).isEqualTo(429);
            assertThat(reply.headers().firstValue("Retry-After")).contains("1");
            assertThat(reply.body()).contains("infinimill.requests.per-second");
            assertThat(slow.get(THINGS, "X-API-Key", "second").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void letsAnybodyInWhereOnlyThisMachineCanCall() throws Exception {
        try (var open = TestService.start()) {
            assertThat(open.get(THINGS).body()).endsWith("for nobody in particular");
            assertThat(open.send("DELETE", THINGS).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void refusesToStartWhereOthersCanCallAndAnybodyMay(String address) {
        assertThatThrownBy(() -> TestService.start("server.address=" + address))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no API key and no issuer of tokens");
    }

    @Test
    void startsWhereOthersCanCallWhenTheyMustSayWhoTheyAre() throws Exception {
        try (var outside = TestService.start("server.address=0.0.0.0", "infinimill.api-keys=secret")) {
            assertThat(outside.get(THINGS).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void refusesHalfAnIssuer() {
        assertThatThrownBy(() -> TestService.start("infinimill.oidc.issuer=https://login.example.org"))
                .isInstanceOf(Refusal.class)
                .hasMessage("infinimill.oidc has an issuer without an audience.");
    }

    @Test
    void refusesAnIssuerWhoseKeysSomebodyBetweenCouldChange() {
        assertThatThrownBy(() -> TestService.start(
                        "infinimill.oidc.issuer=http://login.example.org", "infinimill.oidc.audience=us"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no https address");
    }
}
