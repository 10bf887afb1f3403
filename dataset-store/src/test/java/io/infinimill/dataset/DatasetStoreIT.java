package io.infinimill.dataset;

import static io.infinimill.dataset.TestEvents.DATASET;
import static io.infinimill.dataset.TestEvents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.infinimill.dataset.archive.Key;
import io.infinimill.model.Correction;
import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Recipe;
import io.infinimill.model.Sample;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The service as a whole; each test goes on where the one before it ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatasetStoreIT {

    private static final String EXPORTS = "/datasets/" + DATASET + "/versions/1/exports/";

    private static final Correction MENDED =
            new Correction("def trays(a): return a + 1", "wrong_answer", "it is 4, not 3", "def trays(a): return a");

    private RunningStore store;

    @BeforeAll
    void start(@TempDir Path exports) {
        store = new RunningStore(exports);
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @Test
    @Order(1)
    void samples_of_the_topics_are_stored_and_counted() {
        IntStream.range(0, 100).mapToObj(DatasetStoreIT::sample).forEach(this::judge);
        var rejected = sample(100);
        store.send(
                Topics.SAMPLES_REJECTED, rejected.id(), TestEvents.rejected(rejected, "plausible", "negative_count"));
        store.send(Topics.TEMPLATES_VERIFIED, TestEvents.templateId(1), TestEvents.verified(1, "mit"));
        store.send(Topics.TEMPLATES_VERIFIED, TestEvents.templateId(2), TestEvents.corrected(2, MENDED));
        var progress = store.await(told -> told.accepted() == 100 && told.rejected() == 1);
        assertThat(progress.jobId()).isEqualTo(JOB);
        assertThat(progress.deadLettered()).isZero();
    }

    @Test
    @Order(2)
    void a_redelivery_after_a_crash_between_rows_and_offsets_changes_no_count() {
        var before = store.await(told -> true).sequence();
        IntStream.range(0, 100).mapToObj(DatasetStoreIT::sample).forEach(this::judge);
        judge(sample(101));
        var progress = store.await(told -> told.sequence() > before && told.accepted() == 101);
        assertThat(progress.rejected()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void an_unreadable_record_becomes_a_dead_letter_and_stops_nothing() {
        store.send(Topics.SAMPLES_JUDGED, "broken", "{\"sample\": 7}".getBytes(StandardCharsets.UTF_8));
        judge(sample(102));
        store.await(told -> told.accepted() == 102);
        var dead = awaitDeadLetter("samples.judged");
        assertThat(dead.path("value").stringValue()).isEqualTo("{\"sample\": 7}");
        assertThat(dead.path("cause").stringValue()).contains("not a SampleJudged");
        assertThat(dead.path("state").stringValue()).isEqualTo("dead");
    }

    private JsonNode awaitDeadLetter(String topic) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (var letter : store.json("/dead-letters").path("items")) {
                if (letter.path("topic").stringValue().equals(topic)) {
                    return letter;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no dead letter of " + topic);
    }

    @Test
    @Order(4)
    void a_dead_letter_is_replayed_as_it_was() {
        var dead = sample(103);
        var bytes = "{\"sample\":{\"id\":\"%s\",\"jobId\":\"%s\"},  \"odd\": 1}"
                .formatted(dead.id(), JOB)
                .getBytes(StandardCharsets.UTF_8);
        store.sendDeadLetter(Topics.SAMPLES_FILTERED, dead.id(), bytes, "the judge gave up");
        store.await(told -> told.deadLettered() == 1);
        var id = awaitDeadLetter("samples.filtered").path("id").longValue();

        assertThat(store.post("/dead-letters/" + id + "/replay", null).statusCode())
                .isEqualTo(202);
        var replayed = store.await(Topics.SAMPLES_FILTERED, 1).getFirst();
        assertThat(replayed.value()).isEqualTo(bytes);
        assertThat(new String(replayed.key(), StandardCharsets.UTF_8)).isEqualTo(dead.id());
        judge(dead);
        assertThat(store.await(told -> told.accepted() == 103).deadLettered()).isZero();
        assertThat(awaitDeadLetter("samples.filtered").path("state").stringValue())
                .isEqualTo("resolved");
    }

    @Test
    @Order(5)
    void a_version_is_created_and_listed() {
        var created = store.post("/datasets/sums/versions", "{\"note\": \"first\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/datasets/sums/versions/1");
        assertThat(text(created)).contains("\"samples\":103", "\"note\":\"first\"");
        assertThat(store.json("/datasets")
                        .path("items")
                        .path(0)
                        .path("latestVersion")
                        .intValue())
                .isEqualTo(1);
        assertThat(store.json("/datasets/sums")
                        .path("reasons")
                        .path(0)
                        .path("reason")
                        .stringValue())
                .isEqualTo("negative_count");
        assertThat(store.json("/datasets/sums/versions").path("items")).hasSize(1);
        assertThat(store.json("/datasets/sums/versions/1").path("author").isNull())
                .as("anybody may call")
                .isTrue();
        assertThat(store.json("/datasets/sums/versions/1").path("parent").isNull())
                .isTrue();
        assertThat(text(store.get("/datasets/sums/versions/1/card")))
                .contains("# sums, version 1", "licences of seeds | mit");
    }

    @Test
    @Order(6)
    void the_samples_of_a_version_are_listed_page_by_page_and_searched() {
        var first = store.json("/datasets/sums/versions/1/samples");
        var second = store.json(
                "/datasets/sums/versions/1/samples?cursor=" + first.path("next").stringValue());
        var third = store.json("/datasets/sums/versions/1/samples?cursor="
                + second.path("next").stringValue());
        assertThat(first.path("items").size()
                        + second.path("items").size()
                        + third.path("items").size())
                .isEqualTo(103);
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(store.json("/datasets/sums/versions/1/samples?q=STALL%201").path("items"))
                .hasSize(34);
    }

    @Test
    @Order(7)
    void rejects_differences_and_lineages_are_told() {
        assertThat(store.json("/datasets/sums/rejects?reason=negative_count").path("items"))
                .hasSize(1);
        assertThat(store.json("/datasets/sums/rejects?reason=other").path("items"))
                .isEmpty();
        store.post("/datasets/sums/versions", "{\"note\": \"few\", \"selection\": {\"maxPerTemplate\": 1}}");
        var difference = store.json("/datasets/sums/diff?from=1&to=2");
        assertThat(difference.path("removed").intValue()).isEqualTo(100);
        var lineage = store.json("/datasets/sums/samples/" + sample(1).id() + "/lineage");
        assertThat(lineage.path("template").path("verification").path("method").stringValue())
                .isEqualTo("executed");
        assertThat(lineage.path("versions").path(0).intValue()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void every_format_exports_every_sample_and_the_splits_are_the_whole() {
        for (var format : new String[] {"jsonl", "messages", "alpaca", "sharegpt", "trl-prompt-completion"}) {
            var whole = store.get(EXPORTS + format);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(text(whole).lines()).hasSize(103);
            assertThat(text(whole)).endsWith("}\n");
            var parts = Split.labels().stream()
                    .mapToLong(split -> text(store.get(EXPORTS + format + "?split=" + split))
                            .lines()
                            .count())
                    .sum();
            assertThat(parts).isEqualTo(103);
        }
        assertThat(store.get(EXPORTS + "jsonl?split=train")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("sums-v1-train-jsonl.jsonl");
    }

    @Test
    @Order(8)
    void a_failed_program_and_its_repaired_twin_are_exported_as_a_preference() {
        var whole = store.get(EXPORTS + "preference");
        assertThat(whole.statusCode()).isEqualTo(200);
        var pair = Wire.MAPPER.readTree(whole.body());
        assertThat(text(whole).lines()).hasSize(1);
        assertThat(pair.path("templateId").stringValue()).isEqualTo(TestEvents.templateId(2));
        assertThat(pair.path("chosen").path(0).path("content").stringValue()).contains(MENDED.chosen());
        assertThat(pair.path("rejected").path(0).path("content").stringValue()).contains(MENDED.rejected());
        assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("sums-v1-preference.jsonl");
        for (var split : Split.labels()) {
            var part = store.get(EXPORTS + "preference?split=" + split);
            assertThat(part.statusCode()).isEqualTo(200);
            assertThat(text(part).lines())
                    .hasSize(Split.of(Key.of(TestEvents.templateId(2))).label().equals(split) ? 1 : 0);
        }
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(store.get(EXPORTS + "preference", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(store.get(EXPORTS + "preference.gz").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(9)
    void an_export_is_served_in_ranges_and_only_to_who_has_it_not() {
        var whole = store.get(EXPORTS + "jsonl");
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(store.get(EXPORTS + "jsonl", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(store.get(EXPORTS + "jsonl", "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(store.get(EXPORTS + "jsonl", "If-Match", "\"other\"").statusCode())
                .isEqualTo(412);
        assertThat(store.get(EXPORTS + "jsonl", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);

        var part = store.get(EXPORTS + "jsonl", "Range", "bytes=100-299");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-299/" + whole.body().length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 300));
        assertThat(store.get(EXPORTS + "jsonl", "Range", "bytes=-5").body()).hasSize(5);
        assertThat(store.get(EXPORTS + "jsonl", "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                store.get(EXPORTS + "jsonl", "Range", "bytes=99999999-"), 416, "99999999", "" + whole.body().length);
    }

    @Test
    @Order(10)
    void an_export_is_compressed_as_asked() throws IOException {
        var plain = store.get(EXPORTS + "jsonl").body();
        var gzip = store.get(EXPORTS + "jsonl", "Accept-Encoding", "gzip");
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(gunzip(gzip.body())).isEqualTo(plain);
        var zstd = store.get(EXPORTS + "jsonl.zst");
        assertThat(zstd.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zstd.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".jsonl.zst");
        assertThat(Zstd.decompress(zstd.body(), plain.length)).isEqualTo(plain);
        assertThat(store.get(EXPORTS + "jsonl", "Accept-Encoding", "zstd;q=0, gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(store.get(EXPORTS + "jsonl.gz").headers().firstValue("ETag"))
                .isNotEqualTo(zstd.headers().firstValue("ETag"));
    }

    @Test
    @Order(11)
    void unknown_names_are_answered_with_the_known_ones() {
        assertProblem(
                store.get(EXPORTS + "mesages"),
                404,
                "no export format 'mesages'; known: alpaca, jsonl, ",
                "\\nMaybe 'messages'");
        assertProblem(store.get(EXPORTS + "jsonl?split=dev"), 404, "no split 'dev'; known: train, validation, test");
        assertProblem(store.get("/datasets/sum"), 404, "no dataset 'sum'; known: sums\\nMaybe 'sums'");
        assertProblem(store.get("/datasets/sums/versions/7"), 404, "no version '7'; known: 2, 1");
        assertProblem(store.get("/datasets/sums/samples/x/lineage"), 404, "no sample 'x'\\nMaybe ");
        assertProblem(store.get("/datasets?cursor=*"), 400, "cursor '*' is not one of this list");
        assertProblem(store.post("/datasets/sums/versions", "{}"), 422, "a version has a note");
        assertProblem(store.post("/datasets/sums/versions", "{\"note\": 5}"), 422, "Cannot coerce Integer value (5)");
        assertProblem(store.post("/datasets/sums/versions", "{\"note\": \"a\\u0000\"}"), 422, "zero character");
        assertProblem(store.post("/datasets/sums/versions", ""), 400, "the body is missing or no JSON");
        assertProblem(store.get("/datasets/sums/rejects?reason=%00"), 400, "a character %00");
        assertProblem(store.get("/datasets?cursor=AA"), 400, "cursor 'AA' is not one");
        assertProblem(
                store.post("/datasets/sums/versions", "{\"note\": \"x\", \"selection\": {\"stile\": \"worked\"}}"),
                422,
                "no property 'stile'; known: maxPerTemplate, ",
                "\\nMaybe 'style'");
        assertProblem(
                store.post("/datasets/sums/versions", "{\"note\": \"x\", \"selection\": {\"maxPerTemplate\": 0}}"),
                422,
                "maxPerTemplate is 0");
        assertProblem(store.post("/datasets/sums/versions", "{"), 400, "the body is missing or no JSON");
        assertProblem(store.post("/dead-letters/999/replay", null), 404, "no dead letter '999'");
        assertProblem(store.get("/datasets/sums/diff?from=1"), 400, "to");
    }

    @Test
    @Order(12)
    void rows_that_the_database_refuses_wait_for_it() {
        var jdbc = new JdbcTemplate(store.bean(DataSource.class));
        jdbc.execute("alter table dataset.samples rename to hidden");
        judge(sample(104));
        jdbc.execute("select pg_sleep(2)");
        jdbc.execute("alter table dataset.hidden rename to samples");
        assertThat(store.await(told -> told.accepted() == 104).deadLettered()).isZero();
    }

    @Test
    @Order(13)
    void a_value_that_the_database_refuses_becomes_a_dead_letter_and_the_rest_is_stored() {
        var jdbc = new JdbcTemplate(store.bean(DataSource.class));
        jdbc.execute("alter table dataset.reasons add check (reason <> 'poison')");
        var poison = sample(105);
        store.send(Topics.SAMPLES_REJECTED, poison.id(), TestEvents.rejected(poison, "plausible", "poison"));
        IntStream.range(106, 120).mapToObj(DatasetStoreIT::sample).forEach(this::judge);
        var progress = store.await(told -> told.accepted() == 118 && told.deadLettered() == 1);
        assertThat(progress.rejected()).isEqualTo(1);
        assertThat(awaitDeadLetter("samples.rejected").path("cause").stringValue())
                .contains("poison");
    }

    @Test
    @Order(14)
    void half_a_surrogate_pair_is_unreadable() {
        var sample = sample(120);
        var event = new String(TestEvents.judged(sample), StandardCharsets.UTF_8).replace("Stall", "\\ud83d Stall");
        store.send(Topics.SAMPLES_JUDGED, sample.id(), event.getBytes(StandardCharsets.UTF_8));
        assertThat(store.await(told -> told.deadLettered() == 2).accepted()).isEqualTo(118);
    }

    @Test
    @Order(15)
    void a_sample_that_contradicts_its_job_becomes_a_dead_letter() {
        var announced = new JobSubmitted(
                "job-2", new Recipe("math", null, List.of(), List.of(), List.of()), "hash", "orchard", "pears", 10L);
        store.send(Topics.JOBS_SUBMITTED, "job-2", Wire.write(announced));
        var jdbc = new JdbcTemplate(store.bean(DataSource.class));
        awaitRow(jdbc, "select count(*) from dataset.jobs where name = 'job-2' and announced is not null");

        judge(TestEvents.sample("job-2", "elsewhere", 1, 1, Sample.BOTH));
        judge(TestEvents.sample("job-2", "pears", 1, 2, "poem"));
        judge(TestEvents.sample("job-2", "pears", 1, 3, Sample.WORKED));

        var progress =
                store.await(told -> told.jobId().equals("job-2") && told.accepted() == 1 && told.deadLettered() == 2);
        assertThat(progress.rejected()).isZero();
        assertThat(store.json("/dead-letters").toString())
                .contains("the sample is for dataset 'elsewhere', its job job-2 for 'pears'")
                .contains("the sample's style is 'poem'");
        assertThat(store.get("/datasets/elsewhere").statusCode()).isEqualTo(404);
    }

    private static void awaitRow(JdbcTemplate jdbc, String count) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Objects.requireNonNull(jdbc.queryForObject(count, Long.class)) == 0) {
            assertThat(System.nanoTime()).as(count).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String... parts) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text(answer)).contains(parts);
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void judge(Sample sample) {
        store.send(Topics.SAMPLES_JUDGED, sample.id(), TestEvents.judged(sample));
    }

    private static Sample sample(int variant) {
        return TestEvents.sample(variant % 3, variant);
    }
}
