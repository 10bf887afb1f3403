package io.infinimill.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.serving.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String HASH = ApiKey.hash("a long random key");

    @Test
    void knowsAKeyByTheLineThatWasMadeForIt() {
        var key = MakeKey.make();
        var keys = keys(ApiKey.line("ci", Scope.SUBMIT, key));

        assertThat(keys.find(key)).contains(new Caller("ci", Scope.SUBMIT));
        assertThat(keys.find(key + " ")).isEmpty();
        assertThat(keys.find(key.substring(1))).isEmpty();
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void makesAnotherKeyEachTimeAndNoShortOne() {
        assertThat(MakeKey.make()).startsWith("im_").hasSize(46).isNotEqualTo(MakeKey.make());
    }

    @Test
    void takesAKeyInPlainTextForOneThatMayDoEverything() {
        var caller = keys("secret").find("secret").orElseThrow();

        assertThat(caller.scope()).isEqualTo(Scope.ADMIN);
        assertThat(caller.name()).startsWith("key-").doesNotContain("secret");
    }

    @Test
    void doesNotTakeTheHashForTheKey() {
        assertThat(keys("ci:read:sha256:" + HASH).find(HASH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci:read:sha256:abc", "a b:read:sha256:" + "0", ":read:sha256:00", "ci:sha256:00"})
    void refusesALineThatIsNearlyRightWithoutQuotingIt(String line) {
        assertThatThrownBy(() -> keys("fine", line))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("INFINIMILL_API_KEYS, key 2 is no key: it wants NAME:SCOPE:sha256:HASH");
    }

    @Test
    void refusesAScopeThatThereIsNot() {
        assertThatThrownBy(() -> keys("ci:write:sha256:" + HASH))
                .isInstanceOf(Refusal.class)
                .hasMessage("INFINIMILL_API_KEYS, key 1 has the scope 'write'; known: read, submit, admin.");
    }

    @Test
    void readsAFileAndLeavesItsCommentsOut(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("keys"), "# made in May\n\nprometheus:read:sha256:" + HASH + "\nplain\n");
        var keys = ApiKeys.load(settings(null, file, null));

        assertThat(keys.keys()).hasSize(2);
        assertThat(keys.find("a long random key")).contains(new Caller("prometheus", Scope.READ));
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> ApiKeys.load(settings(null, folder.resolve("none"), null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void letsTheKeyOfTheServicesReadOnly() {
        assertThat(ApiKeys.load(settings(null, null, "between us")).find("between us"))
                .contains(new Caller("service", Scope.READ));
    }

    @Test
    void doesNotPrintHashes() {
        assertThat(keys("ci:read:sha256:" + HASH).toString()).contains("ci").doesNotContain(HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/jobs, READ",
        "HEAD, /api/v1/jobs, READ",
        "GET, /actuator/prometheus, READ",
        "POST, /api/v1/jobs, SUBMIT",
        "POST, /api/v1/jobs/1/cancel, SUBMIT",
        "POST, /api/v1/seed-sets/mine, SUBMIT",
        "POST, /api/v1/templates/1/instances, SUBMIT",
        "POST, /api/v1/dead-letters/1/replay, SUBMIT",
        "POST, /api/v1/datasets/d/versions, SUBMIT",
        "POST, /api/v1/operators/judge/bindings, READ",
        "DELETE, /api/v1/datasets/d, ADMIN",
        "POST, /api/v1/datasets/d/versions/1/retract, ADMIN",
        "POST, /actuator/loggers, ADMIN"
    })
    void needsTheScopeOfWhatIsAsked(String method, String path, Scope scope) {
        assertThat(Scope.needed(method, path)).isEqualTo(scope);
    }

    private static ApiKeys keys(String... lines) {
        return ApiKeys.load(settings(List.of(lines), null, null));
    }

    private static AccessSettings settings(
            @Nullable List<String> keys, @Nullable Path file, @Nullable String serviceKey) {
        return new AccessSettings(
                keys,
                file,
                serviceKey,
                new AccessSettings.Oidc(null, null, Duration.ofSeconds(1)),
                new AccessSettings.Requests(1, 1));
    }
}
