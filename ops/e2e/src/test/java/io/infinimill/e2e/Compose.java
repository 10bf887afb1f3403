package io.infinimill.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The containers of docker-compose.yml, with secrets and volumes of their own, for the tests of one class. */
final class Compose implements BeforeAllCallback, AfterAllCallback {

    private static final int LIMIT_MINUTES = 10;

    private Path secrets = Path.of("unused");
    private int port;
    private Api api = new Api("http://unused");

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        secrets = Files.createTempDirectory("secrets");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var key = run(List.of("./infinimill", "secrets")).lines().findFirst().orElseThrow();
        api = new Api("http://127.0.0.1:" + port).withKey(key);
        compose("down", "--volumes");
        try {
            compose("up", "--detach", "--wait");
        } catch (AssertionError e) {
            var logs = compose("ps", "--all") + compose("logs", "--no-color", "--tail", "20");
            compose("down", "--volumes");
            throw new AssertionError("the containers did not start:\n" + logs, e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        compose("down", "--volumes");
    }

    /** Through the gateway, with the key. */
    Api api() {
        return api;
    }

    /** What {@code docker inspect} says of each container. */
    List<JsonNode> containers() throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("docker", "inspect"));
        words.addAll(ids());
        var inspected = new ArrayList<JsonNode>();
        Wire.MAPPER.readTree(run(words)).forEach(inspected::add);
        return inspected;
    }

    /** Of one service, or of all. */
    List<String> ids(String... service) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("ps", "--quiet"));
        words.addAll(List.of(service));
        return compose(words.toArray(String[]::new)).lines().toList();
    }

    /** No signal that it could handle. */
    void kill(String service) throws IOException, InterruptedException {
        compose("kill", "--signal", "KILL", service);
    }

    void start(String service) throws IOException, InterruptedException {
        compose("up", "--detach", "--wait", "--no-recreate", service);
    }

    String compose(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(words));
        return run(command);
    }

    /** What a command printed; it has to succeed. */
    String run(List<String> command) throws IOException, InterruptedException {
        var errors = Files.createTempFile("errors", ".txt");
        var builder =
                new ProcessBuilder(command).directory(Repository.ROOT.toFile()).redirectError(errors.toFile());
        builder.environment().put("COMPOSE_PROJECT_NAME", "infinimill-test");
        builder.environment().put("INFINIMILL_SECRETS", secrets.toString());
        builder.environment().put("INFINIMILL_PORT", Integer.toString(port));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(
                    "%s: %s%s".formatted(String.join(" ", command), printed, Files.readString(errors)));
        }
        Files.delete(errors);
        return printed;
    }
}
