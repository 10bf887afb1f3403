package io.infinimill.generator.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestApi;
import io.infinimill.generator.TestApi.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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
