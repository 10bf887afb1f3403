package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The images as docker-compose.yml starts them, spoken to through the gateway. */
class ContainersIT {

    @RegisterExtension
    static final Compose COMPOSE = new Compose();

    private static final int TARGET = 1_000;
    private static final int MANY = 50_000;
    private static final int EVENTS = 3;

    @Test
    void allContainersAreHealthy() throws Exception {
        assertThat(COMPOSE.containers())
                .hasSize(8)
                .allSatisfy(it -> assertThat(it.at("/State/Health/Status").asString())
                        .as(name(it))
                        .isEqualTo("healthy"));
    }

    @Test
    void noContainerRunsAsRootOrMayBecomeIt() throws Exception {
        for (var container : COMPOSE.containers()) {
            var name = name(container);
            var host = container.path("HostConfig");
            assertThat(host.path("Privileged").asBoolean()).as(name).isFalse();
            assertThat(host.at("/CapDrop/0").asString()).as(name).isEqualTo("ALL");
            assertThat(host.path("CapAdd").size()).as(name).isZero();
            assertThat(host.at("/SecurityOpt/0").asString()).as(name).isEqualTo("no-new-privileges:true");
            var states = COMPOSE.run(List.of("docker", "exec", name, "sh", "-c", "cat /proc/[0-9]*/status"));
            assertThat(states.lines().filter(line -> line.startsWith("Uid:")).toList())
                    .as(name)
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("Uid:.*\\t0\\b.*"));
        }
    }

    /** A root that cannot be written to, and no change beside the places where volumes are mounted. */
    @Test
    void noContainerWritesOutsideItsVolumes() throws Exception {
        Job.submit(COMPOSE.api(), "written", TARGET).awaitEnd(COMPOSE.api());

        for (var container : COMPOSE.containers()) {
            var name = name(container);
            assertThat(container.at("/HostConfig/ReadonlyRootfs").asBoolean())
                    .as(name)
                    .isTrue();
            var mounts = StreamSupport.stream(container.path("Mounts").spliterator(), false)
                    .map(mount -> mount.path("Destination").asString())
                    .collect(Collectors.toSet());
            mounts.addAll(container.at("/HostConfig/Tmpfs").propertyNames());
            var changes = COMPOSE.run(List.of("docker", "diff", name)).lines().map(line -> line.substring(2));
            assertThat(changes.filter(path -> mounts.stream().noneMatch(mount -> mount.startsWith(path))))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void onlyTheGatewayCanBeReachedAndOnlyFromThisMachine() throws Exception {
        var published = COMPOSE.containers().stream()
                .flatMap(it -> it.at("/HostConfig/PortBindings").valueStream().flatMap(JsonNode::valueStream))
                .map(binding -> binding.path("HostIp").asString());

        assertThat(published).containsExactly("127.0.0.1");
    }

    @Test
    void generatedProgramsHaveNoNetworkNeighbours() throws Exception {
        var sandbox =
                COMPOSE.run(List.of("docker", "inspect", COMPOSE.ids("sandbox").getFirst()));

        assertThat(sandbox).contains("\"NetworkMode\": \"none\"");
    }

    @Test
    void wantsAKey() throws Exception {
        var stranger = new Api(COMPOSE.api().address());

        for (var path :
                List.of("/api/v1/jobs", "/api/v1/datasets", "/api/v1/operators/filter", "/api/v1/operators/judge")) {
            var reply = stranger.get(path);
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.mediaType()).as(path).startsWith("application/problem+json");
            assertThat(COMPOSE.api().get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void makesSamplesAndHandsThemOutInParts() throws Exception {
        var job = Job.submit(COMPOSE.api(), "exported", TARGET);
        var ended = job.awaitEnd(COMPOSE.api());

        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("completed");
        assertThat(Job.count(ended, "generated"))
                .isEqualTo(Job.count(ended, "accepted") + Job.count(ended, "rejected"));
        var export = Exported.of(COMPOSE.api(), "exported");
        assertThat(export.samples()).hasSize((int) Job.count(ended, "accepted"));
        var whole = send(request(export.address()));
        var part = send(request(export.address()).header("Range", "bytes=100-299"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(whole.body().substring(100, 300));
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(send(request(export.address()).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void passesEventsOnAsTheyCome() throws Exception {
        var job = Job.submit(COMPOSE.api(), "followed", MANY);
        try (var client = HttpClient.newHttpClient()) {
            var stream =
                    client.send(request("/api/v1/jobs/" + job.id() + "/events").build(), BodyHandlers.ofLines());
            try (var lines = stream.body()) {
                assertThat(lines.filter(line -> line.startsWith("data:")).limit(EVENTS))
                        .hasSize(EVENTS);
            }
            var now = COMPOSE.api().get("/api/v1/jobs/" + job.id()).json();
            assertThat(now.path("state").asString()).isIn("queued", "running");
            client.shutdownNow();
        }
        COMPOSE.api().postJson("/api/v1/jobs/" + job.id() + "/cancel", "");
        job.awaitEnd(COMPOSE.api());
    }

    @Test
    void takesALargeUpload() throws Exception {
        var line = "{\"question\": \"Ada has %d shells and finds 4 more. How many has she now? " + "x".repeat(500)
                + "\", \"answer\": \"She has %d + 4 = <<%d+4=%d>>%d shells.\\n#### %d\"}\n";
        var seeds = IntStream.range(1, 5_000)
                .mapToObj(n -> line.formatted(n, n, n, n + 4, n + 4, n + 4))
                .collect(Collectors.joining());

        var reply = COMPOSE.api()
                .post("/api/v1/seed-sets/large?format=gsm8k", "application/x-ndjson", BodyPublishers.ofString(seeds));

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    @Test
    void describesAllServicesAtOneAddress() throws Exception {
        var description = new Api(COMPOSE.api().address()).get("/openapi.json");

        assertThat(description.json().path("paths").propertyNames())
                .contains("/api/v1/jobs", "/api/v1/datasets", "/api/v1/operators/filter", "/api/v1/operators/judge");
        var page = new Api(COMPOSE.api().address()).get("/docs/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui-bundle.js");
    }

    @Test
    void saysWhichServiceIsAway() throws Exception {
        COMPOSE.compose("stop", "judge-service");
        try {
            var reply = COMPOSE.api().get("/api/v1/operators/judge");

            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.mediaType()).isEqualTo("application/problem+json");
            assertThat(reply.json().path("detail").asString())
                    .isEqualTo("The judge-service does not answer.\nMaybe it is starting; try again in some seconds.");
        } finally {
            COMPOSE.start("judge-service");
        }
        assertThat(COMPOSE.api().get("/api/v1/operators/judge").status()).isEqualTo(200);
    }

    @Test
    void namesItsVersion() throws Exception {
        var ours = COMPOSE.containers().stream()
                .filter(it -> it.at("/Config/Image").asString().startsWith("infinimill/"))
                .map(it ->
                        it.at("/Config/Labels/org.opencontainers.image.version").asString())
                .collect(Collectors.toSet());

        assertThat(ours).isEqualTo(Set.of("0.1.0"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(COMPOSE.api().address() + path))
                .header("X-API-Key", Objects.requireNonNull(COMPOSE.api().key()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String name(JsonNode container) {
        return container.path("Name").asString().substring(1);
    }
}
