package io.infinimill.dataset.version;

import static io.infinimill.dataset.TestEvents.DATASET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.dataset.RefusedRequest;
import io.infinimill.dataset.StoredSample;
import io.infinimill.dataset.TestDatabase;
import io.infinimill.dataset.TestEvents;
import io.infinimill.dataset.UnknownName;
import io.infinimill.dataset.intake.TestIntake;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleJudged;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class VersionsTest {

    private final DataSource database = TestDatabase.empty();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TestIntake intake = new TestIntake(database);
    private final TestVersions versions = new TestVersions(database);

    @Test
    void a_version_holds_the_samples_of_its_moment_byte_for_byte() {
        store(samples(0, 5));
        var first = versions.create(DATASET, null);
        store(samples(5, 9));
        var second = versions.create(DATASET, null);

        assertThat(read(first))
                .containsExactlyInAnyOrderElementsOf(
                        samples(0, 5).map(VersionsTest::stored).toList());
        assertThat(read(second))
                .containsExactlyInAnyOrderElementsOf(
                        samples(0, 9).map(VersionsTest::stored).toList());
        assertThat(second.version().parent()).isEqualTo(1);
        assertThat(second.version().author()).isEqualTo("ada");
    }

    @Test
    void the_content_hash_depends_on_the_samples_and_not_on_their_order_or_batches() {
        store(samples(0, 300));
        var shuffled = new ArrayList<>(samples(0, 300).toList());
        Collections.shuffle(shuffled, new Random(7));
        var other = TestDatabase.empty();
        var otherIntake = new TestIntake(other);
        shuffled.forEach(sample -> otherIntake.accept(TestEvents.judged(sample)));

        var hash = versions.create(DATASET, null).version().contentHash();
        assertThat(new TestVersions(other).create(DATASET, null).version().contentHash())
                .isEqualTo(hash);
        assertThat(versions.create(DATASET, limit(299)).version().contentHash()).isNotEqualTo(hash);
    }

    @Test
    void versions_made_while_samples_stream_in_never_change_and_only_grow() {
        store(samples(0, 10));
        var streaming = CompletableFuture.runAsync(() ->
                IntStream.range(1, 40).forEach(batch -> store(samples(batch * 10, batch * 10 + 10))));
        var made = new ArrayList<VersionReader.Located>();
        var counted = new ArrayList<Long>();
        while (!streaming.isDone() || made.isEmpty()) {
            var version = versions.create(DATASET, null);
            made.add(version);
            counted.add((long) read(version).size());
        }
        streaming.join();
        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).version().summary().samples()).isEqualTo(counted.get(i));
            assertThat((long) read(made.get(i)).size()).isEqualTo(counted.get(i));
        }
        assertThat(counted)
                .isSorted()
                .allSatisfy(count -> assertThat(count % 10).as("whole batches").isZero());
    }

    @Test
    void a_version_costs_rows_only_for_what_changed() {
        store(samples(0, 100));
        versions.create(DATASET, null);
        assertThat(count("dataset.pages")).isEqualTo(1);
        versions.create(DATASET, null);
        assertThat(count("dataset.pages")).as("nothing changed").isEqualTo(1);
        store(samples(100, 101));
        versions.create(DATASET, null);
        assertThat(count("dataset.pages")).isEqualTo(2);
    }

    @Test
    void a_version_cannot_be_changed_or_deleted() {
        store(samples(0, 3));
        versions.create(DATASET, null);
        assertThatThrownBy(() -> jdbc.update("update dataset.versions set note = 'other'"))
                .hasMessageContaining("UPDATE on dataset.versions is refused");
        assertThatThrownBy(() -> jdbc.update("delete from dataset.pages"))
                .hasMessageContaining("DELETE on dataset.pages is refused");
    }

    @Test
    void rejected_samples_are_in_no_version() {
        store(samples(0, 3));
        intake.reject(TestEvents.rejected(TestEvents.sample(1, 77), "plausible", "negative_count"));
        var version = versions.create(DATASET, null);
        assertThat(version.version().summary().samples()).isEqualTo(3);
        assertThat(version.version().summary().rejected())
                .singleElement()
                .satisfies(reason -> assertThat(reason.reason()).isEqualTo("negative_count"));
    }

    @Test
    void a_selection_restricts_by_style_template_and_caps() {
        store(samples(0, 90));
        intake.accept(TestEvents.judged(TestEvents.sample(TestEvents.JOB, DATASET, 1, 500, Sample.WORKED)));

        assertThat(size(new Selection(Sample.WORKED, null, null, null, null))).isEqualTo(1);
        assertThat(size(new Selection(null, null, List.of(TestEvents.templateId(1)), null, null)))
                .isEqualTo(31);
        assertThat(size(new Selection(null, null, null, 4, null))).isEqualTo(12);
        assertThat(size(limit(7))).isEqualTo(7);
        assertThat(size(new Selection(null, "orchard", null, 4, 10L))).isEqualTo(10);
        assertThatThrownBy(() -> size(new Selection(null, "orchid", null, null, null)))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageStartingWith("no accepted sample for selection {\"seedSet\":\"orchid\"}\nMaybe ");
    }

    @Test
    void the_summary_counts_splits_styles_templates_and_recipes() {
        store(samples(0, 90));
        intake.accept(TestEvents.judged(TestEvents.foreign("own id", "What is 1 + 1?", "2")));
        var summary = versions.create(DATASET, null).version().summary();
        assertThat(summary.samples()).isEqualTo(91);
        assertThat(summary.templates()).isEqualTo(3);
        assertThat(summary.splits().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(91);
        assertThat(summary.styles()).containsEntry("both", 90L).containsEntry("none", 1L);
        assertThat(summary.recipeHashes()).hasSize(2);
    }

    @Test
    void a_difference_names_what_was_added_and_removed() {
        store(samples(0, 10));
        var all = versions.create(DATASET, null);
        store(samples(10, 12));
        var some = versions.create(DATASET, new Selection(null, null, List.of(TestEvents.templateId(1)), null, null));
        var difference = Difference.of(all, some, versions.reader, versions.samples);
        assertThat(difference.added()).isEqualTo(1);
        assertThat(difference.removed()).isEqualTo(7);
        assertThat(difference.common()).isEqualTo(3);
        assertThat(difference.firstAdded())
                .containsExactly(TestEvents.sample(1, 10).id());
    }

    @Test
    void the_lineage_of_a_sample_leads_to_its_template_seed_and_versions() {
        store(samples(0, 3));
        intake.verify(TestEvents.verified(1, "mit"));
        versions.create(DATASET, null);
        versions.create(DATASET, limit(3));
        var lineage = versions.lineages.load(1, TestEvents.sample(1, 1).id());
        assertThat(lineage.state()).isEqualTo("accepted");
        assertThat(lineage.versions()).containsExactly(1, 2);
        assertThat(lineage.sample().provenance().hops()).hasSize(3);
        assertThat(lineage.template()).isNotNull();
        assertThat(lineage.seed()).isNotNull();
        assertThat(lineage.judgements()).hasSize(1);
        assertThatThrownBy(() -> versions.lineages.load(1, "nobody"))
                .isInstanceOf(UnknownName.class)
                .hasMessageStartingWith("no sample 'nobody'\nMaybe ");
    }

    @Test
    void an_unknown_version_is_answered_with_the_known_ones() {
        store(samples(0, 3));
        versions.create(DATASET, null);
        assertThatThrownBy(() -> versions.reader.locate(DATASET, "9")).hasMessage("no version '9'; known: 1");
        assertThatThrownBy(() -> versions.reader.locate("sum", "1"))
                .hasMessage("no dataset 'sum'; known: sums\nMaybe 'sums'");
    }

    @Test
    void a_card_tells_counts_licences_and_rejects() {
        store(samples(0, 3));
        intake.verify(TestEvents.verified(1, "mit"));
        intake.reject(TestEvents.rejected(TestEvents.sample(1, 77), "plausible", "negative_count"));
        var card = DatasetCard.of(DATASET, versions.create(DATASET, null).version(), versions.datasets.licences(1));
        assertThat(card)
                .startsWith("---\npretty_name: \"sums\"\nlicense: \"mit\"\n")
                .contains(
                        "| samples | 3 |", "| filter | plausible | negative_count | 1 |", "size_categories: [\"n<1K\"]")
                .endsWith("|\n");
    }

    private void store(Stream<Sample> samples) {
        intake.accept(samples.map(TestEvents::judged).toList());
    }

    private static Stream<Sample> samples(int from, int to) {
        return IntStream.range(from, to).mapToObj(variant -> TestEvents.sample(variant % 3, variant));
    }

    private static StoredSample stored(Sample sample) {
        var judged = Wire.read(TestEvents.judged(sample), SampleJudged.class);
        return new StoredSample(judged.sample(), judged.judgements());
    }

    private static Selection limit(long samples) {
        return new Selection(null, null, null, null, samples);
    }

    private long size(Selection selection) {
        return versions.create(DATASET, selection).version().summary().samples();
    }

    private List<StoredSample> read(VersionReader.Located version) {
        return versions.reader.read(version, null, Stream::toList);
    }

    private long count(String table) {
        return jdbc.queryForList("select count(*) from " + table, Long.class).getFirst();
    }
}
