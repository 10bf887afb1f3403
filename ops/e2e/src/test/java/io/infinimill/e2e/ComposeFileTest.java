package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** What can be said of docker-compose.yml without Docker. */
class ComposeFileTest {

    private static final JsonNode FILE = read();

    static Stream<Map.Entry<String, JsonNode>> services() {
        return FILE.path("services").propertyStream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void pinsItsImage(Map.Entry<String, JsonNode> service) {
        assertThat(service.getValue().path("image").asString())
                .matches("[a-z0-9./-]+:(\\d[\\w.-]*|\\$\\{[A-Z_]+:-v?\\d[\\w.]*})");
    }

    @ParameterizedTest
    @MethodSource("services")
    void isBoundedAndStartsAgain(Map.Entry<String, JsonNode> service) {
        var it = service.getValue();
        assertThat(it.path("restart").asString()).isEqualTo("unless-stopped");
        assertThat(it.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(it.at("/deploy/resources").size())
                .as("limits or reservations")
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("services")
    void publishesOnlyToThisMachine(Map.Entry<String, JsonNode> service) {
        assertThat(service.getValue().path("ports").valueStream().map(JsonNode::asString))
                .allMatch(
                        port -> port.startsWith("127.0.0.1:") || port.startsWith("${INFINIMILL_ADDRESS:-127.0.0.1}:"));
    }

    /** Passwords, keys and tokens come from files, or from outside by a variable that has no value here. */
    @ParameterizedTest
    @MethodSource("services")
    void holdsNoSecret(Map.Entry<String, JsonNode> service) {
        assertThat(service.getValue().path("environment").propertyStream())
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|KEY|TOKEN|SECRET).*"))
                .allSatisfy(variable -> assertThat(variable.getValue().asString(""))
                        .as(variable.getKey())
                        .matches("|/run/secrets/.+"));
    }

    @Test
    void takesSecretsFromFilesThatTheLauncherMakes() throws IOException {
        var launcher = Repository.text("infinimill");

        assertThat(FILE.path("secrets").propertyStream()).isNotEmpty().allSatisfy(secret -> {
            var file = secret.getValue().path("file").asString();
            assertThat(launcher).contains("\"$kept/" + file.substring(file.lastIndexOf('/') + 1) + "\"");
        });
    }

    @Test
    void usesTheBrokerAndDatabaseThatTheTestsUse() throws IOException {
        var servers = "ops/testing/src/main/java/io/infinimill/testing/";

        assertThat(Repository.text(servers + "TestBroker.java")).contains(image("kafka"));
        assertThat(Repository.text(servers + "TestPostgres.java")).contains(image("postgres"));
    }

    private static String image(String service) {
        return "\"" + FILE.at("/services/" + service + "/image").asString() + "\"";
    }

    private static JsonNode read() {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(100);
            Object file = new Yaml(new SafeConstructor(options)).load(Repository.text("docker-compose.yml"));
            return Wire.MAPPER.valueToTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
