package io.infinimill.dataset.export;

import static io.infinimill.dataset.TestEvents.DATASET;
import static io.infinimill.dataset.TestEvents.templateId;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.DatasetSettings;
import io.infinimill.dataset.Split;
import io.infinimill.dataset.TestDatabase;
import io.infinimill.dataset.TestEvents;
import io.infinimill.dataset.archive.Key;
import io.infinimill.dataset.intake.TestIntake;
import io.infinimill.dataset.version.Selection;
import io.infinimill.dataset.version.TestVersions;
import io.infinimill.dataset.version.VersionReader;
import io.infinimill.model.Correction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Exports of what templates keep, over a real database. */
class CorrectionsExportTest {

    private static final int TEMPLATES = 60;
    private static final IntPredicate MENDED = template -> template % 2 == 0 && template < TEMPLATES;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void every_mended_template_of_a_version_gives_one_line_in_the_order_of_ids() throws IOException {
        var store = new Store(1);
        assertThat(ids(store.lines(store.version(null), null))).isEqualTo(mended(MENDED));
    }

    @Test
    void a_version_has_the_lines_of_its_own_templates_only() throws IOException {
        var store = new Store(1);
        var some = store.version(
                new Selection(null, null, List.of(templateId(1), templateId(2), templateId(4)), null, null));
        assertThat(ids(store.lines(some, null))).isEqualTo(mended(template -> template == 2 || template == 4));

        store.intake.verify(TestEvents.corrected(TEMPLATES, correction("wrong_answer")));
        var rejected = TestEvents.sample(TEMPLATES, 1);
        store.intake.reject(TestEvents.rejected(rejected, "plausible", "negative_count"));
        assertThat(ids(store.lines(store.version(null), null)))
                .as("all samples of it were turned down")
                .isEqualTo(mended(MENDED));
    }

    @Test
    void splits_stay_by_template_and_together_are_the_whole() throws IOException {
        var store = new Store(1);
        var version = store.version(null);
        var parts = new ArrayList<String>();
        for (var split : Split.values()) {
            var ids = ids(store.lines(version, split));
            assertThat(ids).allMatch(id -> Split.of(Key.of(id)) == split);
            parts.addAll(ids);
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(mended(MENDED));
        assertThat(ids(store.lines(version, Split.TRAIN)).size()).isLessThan(parts.size());
    }

    @Test
    void a_repeated_export_has_the_same_bytes_whatever_the_order_in_which_events_came() throws IOException {
        var store = new Store(1);
        var first = store.exports.file(store.asked(store.version(null), null));
        var bytes = Files.readAllBytes(first);
        assertThat(bytes).isNotEmpty();
        Files.delete(first);
        assertThat(store.exports.file(store.asked(store.version(null), null)))
                .isEqualTo(first)
                .hasBinaryContent(bytes);
        Files.delete(first);
        var other = new Store(2);
        assertThat(other.exports.file(other.asked(other.version(null), null)))
                .isEqualTo(first)
                .hasBinaryContent(bytes);
    }

    @Test
    void a_version_without_pairs_gives_an_empty_file() throws IOException {
        var store = new Store(1);
        var none = store.version(new Selection(null, null, List.of(templateId(1)), null, null));
        assertThat(store.exports.file(store.asked(none, null))).isEmptyFile();

        store.intake.verify(TestEvents.corrected(TEMPLATES, correction("not_json")));
        store.intake.accept(TestEvents.judged(TestEvents.sample(TEMPLATES, 1)));
        var prose = store.version(new Selection(null, null, List.of(templateId(TEMPLATES)), null, null));
        assertThat(store.asked(prose, null).templates()).hasSize(1);
        assertThat(store.exports.file(store.asked(prose, null))).isEmptyFile();
    }

    @Test
    void a_template_that_comes_after_the_version_changes_the_tag_and_not_the_file_of_the_old_one() throws IOException {
        var store = new Store(1);
        store.intake.accept(TestEvents.judged(TestEvents.sample(TEMPLATES, 1)));
        var version = store.version(null);
        var before = store.asked(version, null);

        store.intake.verify(TestEvents.corrected(TEMPLATES, correction("wrong_answer")));
        var after = store.asked(version, null);

        assertThat(after.tag()).isNotEqualTo(before.tag());
        assertThat(ids(Files.readAllLines(store.exports.file(before)))).isEqualTo(mended(MENDED));
        assertThat(ids(Files.readAllLines(store.exports.file(after))))
                .isEqualTo(mended(MENDED.or(template -> template == TEMPLATES)));
    }

    @Test
    void the_first_correction_of_a_template_stays() throws IOException {
        var store = new Store(1);
        var version = store.version(null);
        var lines = store.lines(version, null);
        store.intake.verify(TestEvents.corrected(2, new Correction("def f(): 1", "wrong_answer", null, "def f(): 2")));
        Files.delete(store.exports.file(store.asked(version, null)));
        assertThat(store.lines(version, null)).isEqualTo(lines);
    }

    @Test
    void the_index_serves_the_question_which_templates_have_corrections() {
        var database = TestDatabase.empty();
        var plan = new JdbcTemplate(database).queryForList("""
                explain select id from dataset.templates
                where dataset = 1 and position('"correction":{'::bytea in templates.event) > 0
                """, String.class);
        assertThat(String.join("\n", plan)).contains("corrections");
    }

    private static List<String> mended(IntPredicate which) {
        return IntStream.rangeClosed(0, TEMPLATES)
                .filter(which)
                .mapToObj(TestEvents::templateId)
                .sorted()
                .toList();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .map(line ->
                        JsonMapper.shared().readTree(line).path("templateId").stringValue())
                .toList();
    }

    private static Correction correction(String reason) {
        return new Correction("def trays(apples): return apples + 1", reason, null, "def trays(apples): return apples");
    }

    private final class Store {

        private final DataSource database = TestDatabase.empty();
        private final TestIntake intake = new TestIntake(database);
        private final TestVersions versions = new TestVersions(database);
        private final Exports exports = new Exports(
                versions.reader(),
                new DatasetSettings.Exports(directory, DataSize.ofMegabytes(100), 1),
                () -> Instant.EPOCH);

        /** The same samples and templates in an order of its own. */
        Store(long order) {
            var templates =
                    new ArrayList<>(IntStream.range(0, TEMPLATES).boxed().toList());
            Collections.shuffle(templates, new Random(order));
            for (int template : templates) {
                intake.accept(
                        TestEvents.judged(TestEvents.sample(template, 2 * template)),
                        TestEvents.judged(TestEvents.sample(template, 2 * template + 1)));
                intake.verify(
                        MENDED.test(template)
                                ? TestEvents.corrected(template, correction("wrong_answer"))
                                : TestEvents.verified(template, "mit"));
            }
        }

        VersionReader.Located version(@Nullable Selection selection) {
            return versions.create(DATASET, selection);
        }

        Exports.Asked asked(VersionReader.Located version, @Nullable Split split) {
            return new Exports.Asked(
                    version,
                    "preference",
                    new Preference(),
                    split,
                    versions.reader().corrected(version, split),
                    Codec.IDENTITY);
        }

        List<String> lines(VersionReader.Located version, @Nullable Split split) throws IOException {
            return Files.readAllLines(exports.file(asked(version, split)));
        }
    }
}
