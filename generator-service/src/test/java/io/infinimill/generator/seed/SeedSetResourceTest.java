package io.infinimill.generator.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.TestApi;
import io.infinimill.generator.TestApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSetResourceTest {

    private static final TestApi API = new TestApi();
    private static final String LINES = "application/x-ndjson";
    private static final String SEED =
            "{\"question\": \"Ada has 3 pens and 4 pens. How many?\", \"answer\": \"3 + 4 = 7\\n#### 7\"}\n";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void rejectsTheLinesThatCannotBeStoredAndTakesTheRest() throws Exception {
        var answer = upload(
                "mixed",
                "jsonl",
                SEED + SEED.replace("Ada", "A\\u0000da") + SEED.replace("Ada", "A\\ud800da")
                        + "{\"question\": \"Q 3\", \"answer\": 1e2147483640}\n"
                        + "{\"question\": \"Q 4\", \"answer\": 1e20000}\n" + SEED.replace("Ada", "Ben"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"accepted\":2", "\"rejectedLines\":4")
                .contains("field 'question' has the character U+0000, which cannot be stored")
                .contains("field 'question' has half a character, U+D800")
                .contains("the number 1E+2147483640 has more than 100 digits")
                .contains("the number 1E+20000 has more than 100 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483640", "\"1e2147483640\"", "\"1e99999999999\""})
    void rejectsAnEndlessAnswerOfSvamp(String answer) throws Exception {
        upload(
                        "endless",
                        "svamp",
                        "{\"Body\": \"B 1\", \"Question\": \"Q\", \"Equation\": \"1\", \"Answer\": %s}"
                                .formatted(answer))
                .isProblem(422, "none of 1 lines is a seed of format 'svamp'");
        assertThat(API.get("/seed-sets/endless").status()).isEqualTo(404);
    }

    @Test
    void namesTheFormatThatFits() throws Exception {
        upload("again", "mathqa", SEED)
                .isProblem(422, "line 1: field 'problem' is missing", "Maybe format=gsm8k or format=jsonl");
        assertThat(API.get("/seed-sets/again").status()).isEqualTo(404);
        assertThat(upload("again", "gsm8k", SEED).status()).isEqualTo(201);
        upload("again", "jsonl", SEED).isProblem(400, "holds seeds of format 'gsm8k'");
    }

    @Test
    void givesASetThatHoldsNothingAnyFormat() throws Exception {
        API.bean(SeedSets.class).create("hollow", "mathqa");

        assertThat(upload("hollow", "gsm8k", SEED).status()).isEqualTo(201);
        assertThat(API.get("/seed-sets/hollow").body()).contains("\"format\":\"gsm8k\"");
    }

    @Test
    void storesNothingOfAnUploadThatBreaksOff() {
        var lines =
                new SequenceInputStream(new ByteArrayInputStream(seeds(2_500).getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new EOFException("the connection was closed");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> API.bean(SeedUpload.class).store("broken-off", "jsonl", lines))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(API.bean(SeedSets.class).find("broken-off")).isEmpty();
    }

    @Test
    void storesNothingOfAnUploadWithTooManyLines() throws Exception {
        upload("many", "jsonl", seeds(3_001)).isProblem(413, "more than 3,000 lines", "Maybe send it in parts");
        assertThat(API.get("/seed-sets/many").status()).isEqualTo(404);
        assertThat(upload("many", "jsonl", seeds(3_000)).status()).isEqualTo(201);
    }

    /** Compressed it is small. */
    @Test
    void storesNothingOfAnUploadWithTooManyBytes() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((SEED + " ".repeat(600_000)).getBytes(UTF_8));
        }
        assertThat(packed.size()).isLessThan(10_000);

        API.post("/seed-sets/bomb?format=jsonl", packed.toByteArray(), LINES, "Content-Encoding", "gzip")
                .isProblem(413, "more than 524,288 bytes");
        assertThat(API.get("/seed-sets/bomb").status()).isEqualTo(404);
    }

    private static String seeds(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"question\": \"What is %d and 1?\", \"answer\": \"1\"}\n".formatted(number))
                .collect(Collectors.joining());
    }

    @Test
    void takesTheSameUploadTwice() throws Exception {
        upload("twice", "gsm8k", SEED);

        assertThat(upload("twice", "gsm8k", SEED).body()).contains("\"accepted\":0,\"duplicates\":1");
    }

    @Test
    void refusesAnEmptyUpload() throws Exception {
        upload("nothing", "gsm8k", "\n \n").isProblem(422, "the upload has no lines");
        assertThat(API.get("/seed-sets/nothing").status()).isEqualTo(404);
    }

    @Test
    void refusesUtf16() throws Exception {
        API.post("/seed-sets/wide?format=gsm8k", SEED.getBytes(java.nio.charset.StandardCharsets.UTF_16), LINES)
                .isProblem(422, "the upload is UTF-16");
    }

    @Test
    void refusesFormsBeforeTheyAreParsed() throws Exception {
        API.post("/seed-sets/form?format=gsm8k", SEED.getBytes(UTF_8), "application/x-www-form-urlencoded")
                .isProblem(415, "Maybe curl --data-binary @file -H 'Content-Type: application/x-ndjson'");
        API.post("/seed-sets/form?format=gsm8k", SEED.getBytes(UTF_8), "multipart/form-data; boundary=x")
                .isProblem(415, "Maybe curl --data-binary");
        API.post("/jobs", "a=b".getBytes(UTF_8), "application/x-www-form-urlencoded")
                .isProblem(415, "not JSON");
    }

    @Test
    void unpacksGzip() throws Exception {
        var packed = gzip(SEED);

        assertThat(API.post("/seed-sets/packed?format=gsm8k", packed, LINES, "Content-Encoding", "gzip")
                        .body())
                .contains("\"accepted\":1");
        API.post("/seed-sets/packed2?format=gsm8k", packed, LINES).isProblem(422, "Maybe add the header");
        API.post("/seed-sets/packed2?format=gsm8k", packed, LINES, "Content-Encoding", "br")
                .isProblem(415, "'br' is not read here");
        API.post("/seed-sets/packed2?format=gsm8k", SEED.getBytes(UTF_8), LINES, "Content-Encoding", "gzip")
                .isProblem(400, "not gzip");
        API.post("/seed-sets/packed2?format=gsm8k", Arrays.copyOf(packed, 30), LINES, "Content-Encoding", "gzip")
                .isProblem(400, "ends too early");
    }

    @Test
    void refusesAFormatThatIsMissingOrUnknown() throws Exception {
        API.post("/seed-sets/any", SEED.getBytes(UTF_8), LINES)
                .isProblem(400, "'format' is missing; known: gsm8k, jsonl, mathqa, svamp");
        upload("any", "gsm9k", SEED).isProblem(400, "Maybe 'gsm8k'");
    }

    @Test
    void keepsTheShippedSetAsItIs() throws Exception {
        upload("primer", "gsm8k", SEED).isProblem(409, "Maybe upload under another name");
    }

    private static Answer upload(String name, String format, String lines) throws Exception {
        return API.post("/seed-sets/%s?format=%s".formatted(name, format), lines.getBytes(UTF_8), LINES);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
