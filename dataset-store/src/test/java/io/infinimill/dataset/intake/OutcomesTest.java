package io.infinimill.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.dataset.TestDatabase;
import io.infinimill.dataset.TestEvents;
import io.infinimill.dataset.archive.Key;
import io.infinimill.model.JobProgressed;
import io.infinimill.model.ReasonCount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OutcomesTest {

    private final DataSource database = TestDatabase.empty();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TestIntake intake = new TestIntake(database);

    @Test
    void counts_of_a_job_are_totals() {
        intake.accept(judged(1), judged(2));
        intake.reject(rejected(3, "response-length", "too_short"), rejected(4, "response-length", "too_short"));
        var progress = intake.reject(rejected(5, "plausible", "negative_count"));
        assertThat(progress)
                .containsExactly(new JobProgressed(
                        TestEvents.JOB,
                        3L,
                        2L,
                        3L,
                        0L,
                        List.of(
                                new ReasonCount("filter", "plausible", "negative_count", 1L),
                                new ReasonCount("filter", "response-length", "too_short", 2L)),
                        0L));
    }

    @Test
    void samples_of_outside_producers_are_told_apart() {
        intake.accept(judged(1), TestEvents.judged(TestEvents.foreign("mine-1", "How many are 2 and 2?", "4")));
        intake.reject(TestEvents.rejected(
                TestEvents.foreign("mine-2", "How many are 2 and 3?", "5"), "plausible", "negative_count"));
        intake.reject(rejected(2, "plausible", "negative_count"));
        assertThat(dieFromOutside("mine-3").getFirst()).satisfies(progress -> {
            assertThat(progress.accepted()).isEqualTo(2);
            assertThat(progress.rejected()).isEqualTo(2);
            assertThat(progress.deadLettered()).isEqualTo(1);
            assertThat(progress.outside()).isEqualTo(3);
        });
    }

    @Test
    void a_redelivered_batch_changes_nothing_and_tells_the_totals_again() {
        intake.accept(judged(1), judged(2), judged(2));
        var again = intake.accept(judged(1), judged(2), judged(2));
        assertThat(again).singleElement().satisfies(progress -> {
            assertThat(progress.accepted()).isEqualTo(2);
            assertThat(progress.sequence()).isEqualTo(2);
        });
        assertThat(count("dataset.samples")).isEqualTo(2);
    }

    @Test
    void the_first_stored_outcome_of_a_sample_wins() {
        intake.accept(judged(1));
        var progress = intake.reject(rejected(1, "plausible", "negative_count"));
        assertThat(progress.getFirst().accepted()).isEqualTo(1);
        assertThat(progress.getFirst().rejected()).isZero();

        intake.reject(rejected(2, "plausible", "negative_count"));
        assertThat(intake.accept(judged(2)).getFirst().accepted()).isEqualTo(1);
    }

    @Test
    void within_a_batch_the_first_outcome_wins_too() {
        var batch = new Batch();
        batch.outcomes().add(Outcome.rejected(rejected(1, "plausible", "negative_count")));
        batch.outcomes().add(Outcome.accepted(judged(1)));
        var progress = intake.store(batch).getFirst();
        assertThat(progress.accepted()).isZero();
        assertThat(progress.rejected()).isEqualTo(1);
    }

    @Test
    void a_dead_letter_counts_once_however_often_it_arrives() {
        assertThat(die(1, 7).getFirst().deadLettered()).isEqualTo(1);
        assertThat(die(1, 7).getFirst().deadLettered()).isEqualTo(1);
        assertThat(die(1, 8).getFirst().deadLettered()).isEqualTo(1);
        assertThat(die(2, 9).getFirst().deadLettered()).isEqualTo(2);
    }

    @Test
    void a_stored_sample_leaves_the_dead_letters() {
        die(1, 7);
        var progress = intake.accept(judged(1)).getFirst();
        assertThat(progress.deadLettered()).isZero();
        assertThat(progress.accepted()).isEqualTo(1);
        assertThat(states()).containsExactly("resolved");
    }

    @Test
    void a_dead_letter_of_a_stored_sample_is_kept_and_does_not_count() {
        intake.accept(judged(1));
        assertThat(die(1, 7).getFirst().deadLettered()).isZero();
        assertThat(states()).containsExactly("resolved");
    }

    @Test
    void a_replayed_dead_letter_is_in_flight_until_it_dies_again() {
        die(1, 7);
        var job =
                jdbc.queryForList("select id from dataset.jobs", Integer.class).getFirst();
        var letter = jdbc.queryForList("select id from dataset.dead_letters", Long.class)
                .getFirst();
        assertThat(intake.replayed(letter, job).getFirst().deadLettered()).isZero();
        assertThat(die(1, 7).getFirst().deadLettered())
                .as("redelivery of the old letter")
                .isZero();
        assertThat(die(1, 8).getFirst().deadLettered()).isEqualTo(1);
        assertThat(states()).containsExactly("replayed", "dead");
    }

    @Test
    void a_dead_letter_that_nobody_can_read_is_kept_without_a_job() {
        assertThat(die("{broken", null, 1)).isEmpty();
        assertThat(states()).containsExactly("dead");
    }

    @Test
    void many_writers_of_the_same_samples_count_each_once() throws Exception {
        try (var writers = Executors.newFixedThreadPool(4)) {
            var stored = IntStream.range(0, 16)
                    .mapToObj(i -> writers.submit(() -> intake.accept(IntStream.range(0, 200)
                            .mapToObj(OutcomesTest::judged)
                            .toList())))
                    .toList();
            for (Future<?> each : stored) {
                each.get();
            }
        }
        var progress = intake.accept(judged(0)).getFirst();
        assertThat(progress.accepted()).isEqualTo(200);
        assertThat(progress.sequence()).isEqualTo(17);
        assertThat(count("dataset.samples")).isEqualTo(200);
    }

    @Test
    void a_stored_sample_cannot_be_changed_or_deleted() {
        intake.accept(judged(1));
        assertThatThrownBy(() -> jdbc.update("delete from dataset.samples"))
                .hasMessageContaining("DELETE on dataset.samples is refused");
    }

    private static byte[] judged(int variant) {
        return TestEvents.judged(TestEvents.sample(variant % 3, variant));
    }

    private static byte[] rejected(int variant, String operator, String reason) {
        return TestEvents.rejected(TestEvents.sample(variant % 3, variant), operator, reason);
    }

    private List<JobProgressed> die(int variant, long offset) {
        var sample = TestEvents.sample(variant % 3, variant);
        var batch = new Batch();
        batch.deadLetters()
                .add(letter(
                        new String(judged(variant), StandardCharsets.UTF_8),
                        sample.id(),
                        TestEvents.JOB,
                        false,
                        offset));
        return intake.store(batch);
    }

    private List<JobProgressed> die(String value, @Nullable String job, long offset) {
        var batch = new Batch();
        batch.deadLetters().add(letter(value, "unknown", job, false, offset));
        return intake.store(batch);
    }

    private List<JobProgressed> dieFromOutside(String id) {
        var batch = new Batch();
        batch.deadLetters().add(letter("{}", id, TestEvents.JOB, true, 1));
        return intake.store(batch);
    }

    private static DeadLetter letter(String value, String sample, @Nullable String job, boolean outside, long offset) {
        return new DeadLetter(
                "samples.filtered-dlt",
                0,
                offset,
                "samples.filtered",
                sample.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8),
                "the judge gave up",
                Key.of(sample),
                job,
                outside,
                Instant.EPOCH);
    }

    private List<String> states() {
        return jdbc.queryForList("select state from dataset.dead_letters order by id", String.class);
    }

    private long count(String table) {
        return jdbc.queryForList("select count(*) from " + table, Long.class).getFirst();
    }
}
