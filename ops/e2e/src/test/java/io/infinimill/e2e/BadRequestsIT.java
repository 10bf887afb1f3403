package io.infinimill.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestsIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone();

    private static final int FIFTY_MEGABYTES = 50 << 20;
    private static final String SEED = """
            {"question": "Ada has 3 shells and finds 4 more. How many has she now?", "answer": "She has 3 + 4 = <<3+4=7>>7 shells.\\n#### 7"}
            """;
    private static final String RECIPE = """
            {"name": "mine", "generate": [{"operator": "annotated", "parameters": {"frozen-numbers": false, "margin": 1}},
              {"operator": "variants", "parameters": {"answer": "both", "docstring": true, "forms": 1, "most": 10, "seed": 1}}],
             "filter": [], "judge": []}
            """;

    static Stream<Arguments> jobs() {
        return Stream.of(
                arguments("not JSON", "recipe=math-annotated", 400, "JSON"),
                arguments("an array", "[]", 400, "JSON object"),
                arguments("no recipe", job("null"), 400, "'recipe' is missing"),
                arguments("an unknown recipe", job("\"math-anotated\""), 422, "math-annotated"),
                arguments("a misspelt operator", job(RECIPE.replace("\"variants\"", "\"variant\"")), 422, "variants"),
                arguments("a missing parameter", job(RECIPE.replace("\"forms\": 1, ", "")), 422, "forms"),
                arguments("an unknown parameter", job(RECIPE.replace("\"forms\"", "\"form\"")), 422, "form"),
                arguments("a bad value", job(RECIPE.replace("\"most\": 10", "\"most\": \"ten\"")), 422, "most"),
                arguments(
                        "a thousand filters",
                        job(RECIPE.replace("\"filter\": []", thousandFilters())),
                        422,
                        "at most 64"),
                arguments("an unknown seed set", job("\"math-annotated\"").replace("primer", "premier"), 422, "primer"),
                arguments("a target of nothing", job("\"math-annotated\"").replace("1000", "0"), 400, "target"),
                arguments("a misspelt field", job("\"math-annotated\"").replace("target", "taget"), 400, "target"),
                arguments("a path as dataset", job("\"math-annotated\"").replace("mine", "../mine"), 400, "dataset"));
    }

    private static String thousandFilters() {
        return "\"filter\": [" + String.join(",", Collections.nCopies(1_000, "{\"operator\": \"exact-duplicate\"}"))
                + "]";
    }

    private static String job(String recipe) {
        return "{\"recipe\": %s, \"seedSet\": \"primer\", \"dataset\": \"mine\", \"target\": 1000}".formatted(recipe);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jobs")
    void refusesAJobAndSaysWhatWouldDo(String name, String body, int status, String says) throws Exception {
        var reply = INFINIMILL.api().postJson("/api/v1/jobs", body);

        assertProblem(reply, status);
        assertThat(reply.body()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/jobs/none", "/api/v1/recipes/none", "/api/v1/seed-sets/none", "/api/v1/none", "/error"})
    void answersNotFoundAsAProblem(String path) throws Exception {
        assertProblem(INFINIMILL.api().get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs/%00",
                "/api/v1/jobs/a%2Fb",
                "/api/v1/jobs?cursor=%FF",
                "/api/v1/datasets?cursor=%FF",
                "/api/v1/jobs?cursor=*",
                "/api/v1/dead-letters?cursor=*"
            })
    void answersAnAddressThatCannotBeReadAsAProblem(String path) throws Exception {
        assertProblem(INFINIMILL.api().get(path), 400);
    }

    /** The connection ends in the middle: half a file would look like a small one. */
    @Test
    void storesNothingOfAnUploadThatIsCutOff() throws Exception {
        var address = URI.create(INFINIMILL.api().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head =
                    "POST /api/v1/seed-sets/cut?format=gsm8k HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-ndjson\r\nContent-Length: 10000000\r\n\r\n";
            var lines = IntStream.range(0, 3_000)
                    .mapToObj(i -> SEED.replace("Ada", "Ada" + i))
                    .collect(Collectors.joining());
            socket.getOutputStream().write((head + lines).getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        assertProblem(INFINIMILL.api().get("/api/v1/seed-sets/cut"), 404);
    }

    @Test
    void reportsABrokenLineAndKeepsTheOthers() throws Exception {
        var reply = upload("broken", SEED + "{\"question\": \n" + SEED.replace("Ada", "Ben"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().path("accepted").asLong()).isEqualTo(2);
        assertThat(reply.json().at("/rejected/0/line").asLong()).isEqualTo(2);
        assertThat(reply.json().at("/rejected/0/reason").asString()).isNotBlank();
    }

    @Test
    void skipsALineOfFiftyMegabytes() throws Exception {
        var line = new byte[FIFTY_MEGABYTES];
        Arrays.fill(line, (byte) '{');
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(line), new ByteArrayInputStream(("\n" + SEED).getBytes(UTF_8)));

        var reply = INFINIMILL
                .api()
                .post(
                        "/api/v1/seed-sets/long?format=gsm8k",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> body));

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().path("accepted").asLong()).isEqualTo(1);
        assertThat(reply.json().at("/rejected/0/line").asLong()).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownSeedFormat() throws Exception {
        var reply = INFINIMILL
                .api()
                .post("/api/v1/seed-sets/any?format=gsm9k", "application/x-ndjson", BodyPublishers.ofString(SEED));

        assertProblem(reply, 400);
        assertThat(reply.body()).contains("gsm8k");
    }

    private static Api.Reply upload(String name, String lines) throws Exception {
        return INFINIMILL
                .api()
                .post(
                        "/api/v1/seed-sets/%s?format=gsm8k".formatted(name),
                        "application/x-ndjson",
                        BodyPublishers.ofString(lines));
    }

    private static void assertProblem(Api.Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.mediaType()).startsWith("application/problem+json");
        assertThat(reply.json().path("title").asString()).isNotBlank();
        assertThat(reply.json().path("detail").asString()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "\\tat ");
    }
}
