package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.job.Jobs;
import io.infinimill.generator.job.WorkUnits;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Seed;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.Topics;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.SandboxSettings;
import io.infinimill.program.SandboxUnavailableException;
import io.infinimill.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

class GenerateStepTest {

    private static final TestGenerator GENERATOR = new TestGenerator();

    private static final Seed GOOD = Seed.of(
            "sums",
            "gsm8k",
            "Ada has 3 shells and finds 14 more. How many shells has she now?",
            "17",
            "She has 3 + 14 = <<3+14=17>>17 shells.");
    private static final Seed NEW = Seed.of(
            "sums",
            "gsm8k",
            "Cem has 6 plums and picks 15 more. How many plums has he now?",
            "21",
            "He has 6 + 15 = <<6+15=21>>21 plums.");
    private static final Seed WRONG = Seed.of(
            "sums",
            "gsm8k",
            "Ben has 5 pears and buys 12 more. How many pears has he now?",
            "18",
            "He has 5 + 12 = <<5+12=17>>17 pears.");

    private final GenerateStep step = GENERATOR.bean(GenerateStep.class);
    private final Jobs jobs = GENERATOR.bean(Jobs.class);
    private String job = "";

    @AfterAll
    static void stop() {
        GENERATOR.close();
    }

    @BeforeEach
    void submit() {
        job = submit("queued");
        GENERATOR.sent("nothing");
        GENERATOR.deadLetters().clear();
    }

    @Test
    void makesTheVariantsAskedForAndCountsThem() throws Exception {
        step.generate(List.of(order(GOOD, 0, 4)));

        assertThat(generated(GENERATOR.sent(Topics.SAMPLES_GENERATED)))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.sample().jobId()).isEqualTo(job));
        assertThat(job().generated()).isEqualTo(4);
        assertThat(job().turnedDown()).isZero();
        assertThat(job().decoupled()).isEqualTo(1);
    }

    @Test
    void aRepetitionMakesTheSameSamplesAndCountsThemOnce() throws Exception {
        step.generate(List.of(order(GOOD, 0, 4)));
        var first = generated(GENERATOR.sent(Topics.SAMPLES_GENERATED));

        step.generate(List.of(order(GOOD, 0, 4)));

        assertThat(generated(GENERATOR.sent(Topics.SAMPLES_GENERATED))).isEqualTo(first);
        assertThat(job().generated()).isEqualTo(4);
        assertThat(job().decoupled()).isEqualTo(1);
    }

    @Test
    void goesOnWithOtherSamplesBehindTheFirst() throws Exception {
        step.generate(List.of(order(GOOD, 0, 3)));
        var first = ids(GENERATOR.sent(Topics.SAMPLES_GENERATED));

        step.generate(List.of(order(GOOD, 3, 3)));

        assertThat(ids(GENERATOR.sent(Topics.SAMPLES_GENERATED))).hasSize(3).doesNotContainAnyElementsOf(first);
        assertThat(job().generated()).isEqualTo(6);
    }

    @Test
    void rejectsASeedWhoseProgramGivesAnotherAnswer() throws Exception {
        step.generate(List.of(order(WRONG, 0, 4)));

        assertThat(GENERATOR.sent(Topics.SAMPLES_REJECTED))
                .extracting(record -> Wire.read(record.value(), SampleRejected.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.stage()).isEqualTo("generate");
                    assertThat(event.sample().seedId()).isEqualTo(WRONG.id());
                });
        assertThat(job().generated()).isEqualTo(1);
        assertThat(job().turnedDown()).isEqualTo(1);
        assertThat(job().refused()).isEqualTo(1);
    }

    @Test
    void anOutsideProducerMayLeaveOutTheVariants() throws Exception {
        step.generate(List.of(order(GOOD, null, null)));

        var made = GENERATOR.sent(Topics.SAMPLES_GENERATED).size();
        assertThat(made).isBetween(10, 1000);
        assertThat(job().generated()).isEqualTo(made);
        assertThat(job().outstandingUnits()).isZero();
    }

    @Test
    void whatCannotBeReadOrHasNoJobIsDeadLettered() throws Exception {
        var unknown = new SeedSubmitted("no-such-job", GOOD, 0, 1);
        var unnamed = new Seed("\0", "sums", "gsm8k", "How many?", "1", null, null);

        step.generate(List.of(
                record("{}".getBytes(StandardCharsets.UTF_8)),
                record(Wire.write(unknown)),
                order(unnamed, 0, 2),
                order(GOOD, 0, 2)));

        assertThat(GENERATOR.deadLetters()).hasSize(3);
        assertThat(job().generated()).isEqualTo(2);
    }

    @Test
    void aSeedThatPostgresqlCannotStoreIsDeadLetteredAlone() throws Exception {
        var zero = new Seed(
                "zero", "sums", "gsm8k", GOOD.question(), GOOD.answer(), GOOD.solution(), Map.of("topic", "\0"));

        step.generate(List.of(order(GOOD, 0, 2), order(zero, 0, 2)));
        step.generate(List.of(order(zero, 0, 2)));

        assertThat(GENERATOR.deadLetters()).hasSize(2);
        assertThat(job().generated()).as("two samples and the dead letter").isEqualTo(3);
        assertThat(job().outstandingUnits()).isZero();
    }

    @Test
    void aReplayedDeadLetterCountsAsWhatItGivesThen() throws Exception {
        var table = "alter table generator.decoupling ";
        jdbc().execute(table + "add constraint refused check (seed_id <> '%s') not valid".formatted(WRONG.id()));
        jdbc().update("delete from generator.decoupling");
        try {
            step.generate(List.of(order(GOOD, 0, 2), order(WRONG, 0, 2)));
        } finally {
            jdbc().execute(table + "drop constraint refused");
        }
        assertThat(job().refused()).isZero();

        step.generate(List.of(order(WRONG, 0, 2)));
        step.generate(List.of(order(WRONG, 0, 2)));

        assertThat(job().generated()).as("two samples and the refusal").isEqualTo(3);
        assertThat(job().refused()).isEqualTo(1);
        assertThat(job().turnedDown()).isEqualTo(1);
    }

    @Test
    void anAbsentSandboxIsWaitedForAndNothingIsDeadLettered() throws Exception {
        var away = ProcessSandbox.start(SandboxSettings.standard());
        away.close();
        var stepWithout = new GenerateStep(
                jobs,
                GENERATOR.bean(WorkUnits.class),
                new VerifyTemplates(GENERATOR.bean(Templates.class), away),
                new ScaleTemplates(away),
                GENERATOR.bean(SamplePublisher.class),
                GENERATOR.bean(GenerateOperators.class),
                GENERATOR.bean(ConsumerRecordRecoverer.class));

        assertThatThrownBy(() -> stepWithout.generate(List.of(order(NEW, 0, 4))))
                .isInstanceOf(SandboxUnavailableException.class);
        step.generate(List.of(order(NEW, 0, 4)));

        assertThat(GENERATOR.deadLetters()).isEmpty();
        assertThat(generated(GENERATOR.sent(Topics.SAMPLES_GENERATED))).hasSize(4);
    }

    @Test
    void aCancelledJobMakesNothingMore() throws Exception {
        jdbc().update("update generator.job set state = 'cancelled' where id = ?", job);

        step.generate(List.of(order(GOOD, 0, 4)));

        assertThat(GENERATOR.sent(Topics.SAMPLES_GENERATED)).isEmpty();
        assertThat(job().generated()).isZero();
        assertThat(job().outstandingUnits()).isZero();
    }

    private static String submit(String state) {
        var id = "job-"
                + GENERATOR
                        .jdbc()
                        .queryForList("select count(*) from generator.job", Long.class)
                        .getFirst();
        GENERATOR.jdbc().update("""
                        insert into generator.job (id, recipe, recipe_hash, dataset, state, created_at)
                        values (?, ?::jsonb, 'hash', ?, ?, now())
                        """, id, Wire.MAPPER.writeValueAsString(TestGenerator.RECIPE), id, state);
        return id;
    }

    private Job job() {
        return jobs.find(job).orElseThrow();
    }

    private static JdbcTemplate jdbc() {
        return GENERATOR.jdbc();
    }

    private ConsumerRecord<String, byte[]> order(Seed seed, @Nullable Integer first, @Nullable Integer variants) {
        return record(Wire.write(new SeedSubmitted(job, seed, first, variants)));
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topics.SEEDS_SUBMITTED, 0, 0, "key", value);
    }

    private static List<SampleGenerated> generated(List<ProducerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> Wire.read(record.value(), SampleGenerated.class))
                .toList();
    }

    private static List<String> ids(List<ProducerRecord<String, byte[]>> records) {
        return generated(records).stream().map(event -> event.sample().id()).toList();
    }
}
