package io.infinimill.bench;

import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Script;
import io.infinimill.teacher.shared.SharedTeacher;
import io.infinimill.teacher.shared.SharingSettings;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Replies a second from a teacher that takes no time, with 500 requests in flight, beside the clients that Python
 * pipelines use. Server and clients share the machine's cores, so the server's own work is part of every figure.
 */
final class InstantReplies {

    private static final int IN_FLIGHT = 500;
    private static final int REQUESTS = 100_000;
    private static final int DURABLE_REQUESTS = 80_000;
    private static final int PEER_REQUESTS = 20_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private InstantReplies() {}

    static void measure(Script script, int runs, boolean peers) throws IOException, InterruptedException {
        Figures.heading("A teacher that answers at once, %d requests in flight".formatted(IN_FLIGHT));
        try (var server = FakeTeacher.start(Behaviour.instant(), script);
                var client = Teachers.client(server, TIMEOUT);
                var shared = new SharedTeacher(Teachers.client(server, TIMEOUT), SharingSettings.upTo(IN_FLIGHT))) {
            var bare = rate(runs, client, server);
            Figures.figure("HTTP client", Figures.grouped(bare.median()) + "/s", bare.range());
            var rate = rate(runs, shared.forJob("job"), server);
            Figures.figure(
                    "shared teacher",
                    Figures.grouped(rate.median()) + "/s",
                    "%s; %d callers, of which it lets %d ask at once"
                            .formatted(rate.range(), IN_FLIGHT, shared.health().limit()));
            var durable = DurableReplies.measure(server, runs, DURABLE_REQUESTS, IN_FLIGHT);
            Figures.figure(
                    "durable replies",
                    Figures.grouped(durable.median()) + "/s",
                    "%s; each looked for first, and committed to PostgreSQL before it is used"
                            .formatted(durable.range()));
            if (peers) {
                var httpx = peer("httpx", server, rate.median());
                var aiohttp = peer("aiohttp", server, rate.median());
                Figures.figure(
                        "against the faster peer",
                        "%.1f x".formatted(rate.median() / Math.max(httpx, aiohttp)),
                        "shared teacher, same server, same run; the peers keep nothing");
                Figures.figure(
                        "durable, against the faster peer",
                        "%.1f x".formatted(durable.median() / Math.max(httpx, aiohttp)),
                        "");
            }
        }
    }

    private static Spread rate(int runs, Teacher teacher, FakeTeacher server) throws IOException, InterruptedException {
        var rates = new double[runs];
        for (var i = -1; i < runs; i++) {
            server.forget();
            var result = new TeacherJob(teacher, 0, REQUESTS, IN_FLIGHT).run();
            if (result.answered() != REQUESTS || server.tally().requests() != REQUESTS) {
                throw new IOException("%d of %d requests were answered, and the server saw %d"
                        .formatted(result.answered(), REQUESTS, server.tally().requests()));
            }
            rates[Math.max(0, i)] = result.repliesPerSecond();
        }
        return Spread.of(rates);
    }

    private static double peer(String client, FakeTeacher server, double ours)
            throws IOException, InterruptedException {
        var folder = Path.of(System.getProperty("infinimill.bench", "ops/bench"));
        var process = new ProcessBuilder(
                        python(folder),
                        folder.resolve("peers/teacher_clients.py").toString(),
                        client,
                        server.address() + "/chat/completions",
                        Integer.toString(PEER_REQUESTS),
                        Integer.toString(IN_FLIGHT))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException("the peer %s ended with status %d".formatted(client, process.exitValue()));
        }
        var result = Wire.MAPPER.readTree(output);
        var rate = PEER_REQUESTS / result.path("seconds").asDouble();
        Figures.figure(
                client,
                Figures.grouped(rate) + "/s",
                "%s; the shared teacher is %.1f times as fast"
                        .formatted(result.path("version").asString(""), ours / rate));
        return rate;
    }

    /** The interpreter of an environment of its own, made once, with the versions that are pinned. */
    private static String python(Path folder) throws IOException, InterruptedException {
        var environment = folder.resolve("target/peers");
        var python = environment.resolve("bin/python").toString();
        if (!Files.exists(environment.resolve("made"))) {
            require("/usr/bin/python3", "-m", "venv", environment.toString());
            require(
                    python,
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--requirement",
                    folder.resolve("peers/requirements.txt").toString());
            Files.createFile(environment.resolve("made"));
        }
        return python;
    }

    private static void require(String... command) throws IOException, InterruptedException {
        var status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("%s ended with status %d\nMaybe the Debian package python3-venv is missing"
                    .formatted(String.join(" ", command), status));
        }
    }
}
