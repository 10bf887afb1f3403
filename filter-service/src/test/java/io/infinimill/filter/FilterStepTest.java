package io.infinimill.filter;

import static io.infinimill.filter.Samples.announced;
import static io.infinimill.filter.Samples.instance;
import static io.infinimill.filter.Samples.job;
import static io.infinimill.filter.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.OperatorUse;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleFiltered;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Topics;
import io.infinimill.serving.trace.SampleTraces;
import io.infinimill.wire.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.support.KafkaHeaders;

class FilterStepTest {

    private static final OperatorUse SHORT = use("response-length", Map.of("min", 10, "max", 1000));
    private static final OperatorUse TOO_SHORT = use("response-length", Map.of("min", 500, "max", 1000));
    private static final OperatorUse EXACT = use("exact-duplicate", Map.of());
    private static final OperatorUse NEAR =
            use("near-duplicate-template", Map.of("threshold", 0.8, "shingle-words", 3, "permutations", 128));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path state;

    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> filtered;
    private TestOutputTopic<String, byte[]> rejected;
    private TestOutputTopic<String, byte[]> dead;

    @BeforeEach
    void open() {
        var settings = new FilterSettings(1, state, Duration.ofMillis(100), PATIENCE, PATIENCE, PATIENCE, PATIENCE);
        var jobs = new Jobs(new FilterOperators());
        var templates = new Templates();
        var filtering = new Filtering(jobs, templates, new FilterMeters(meters), SampleTraces.off(), settings);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "filter-service");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(new FilterStep(jobs, templates, filtering).topology(), properties);
        filtered = output(Topics.SAMPLES_FILTERED);
        rejected = output(Topics.SAMPLES_REJECTED);
        dead = output(Topics.deadLetters(Topics.SAMPLES_GENERATED));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aKeptSampleGoesOnWithOneMoreHopThatNamesTheOperatorsAsTheyPrintThemselves() {
        submit(SHORT, EXACT);

        generate(instance("a", "t", 23));

        var sample = Wire.read(filtered.readValue(), SampleFiltered.class).sample();
        assertThat(sample.id()).isEqualTo("a");
        assertThat(sample.provenance().hops()).singleElement().satisfies(hop -> {
            assertThat(hop.stage()).isEqualTo("filter");
            assertThat(hop.operators()).containsExactly("ResponseLength[min=10, max=1000]", "ExactDuplicate[]");
        });
        assertThat(rejected.isEmpty()).isTrue();
    }

    @Test
    void theFirstFilterThatDropsDecides() {
        submit(TOO_SHORT, EXACT);

        generate(instance("a", "t", 23));
        generate(instance("b", "t", 23));

        assertThat(rejections()).allSatisfy(rejection -> {
            assertThat(rejection.stage()).isEqualTo("filter");
            assertThat(rejection.operator()).isEqualTo("response-length");
            assertThat(rejection.reason()).isEqualTo("too_short");
            assertThat(rejection.detail()).contains("fewer than 500");
        });
        assertThat(filtered.isEmpty()).isTrue();
        assertThat(meters.counter(
                                "infinimill.filter.samples",
                                "verdict",
                                "dropped",
                                "operator",
                                "response-length",
                                "reason",
                                "too_short")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theSecondSampleOfAFingerprintIsADuplicateOfTheFirst() {
        submit(SHORT, EXACT);

        generate(instance("a", "t", 23));
        generate(instance("b", "t", 23));
        generate(instance("c", "t", 24));

        assertThat(filtered.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("a", "c");
        assertThat(rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.sample().id()).isEqualTo("b");
            assertThat(rejection.reason()).isEqualTo("duplicate");
            assertThat(rejection.detail()).isEqualTo("the same as sample a");
        });
    }

    @Test
    void aRedeliveredSampleIsNoDuplicateOfItself() {
        submit(EXACT);

        generate(instance("a", "t", 23));
        generate(instance("b", "t", 23));
        generate(instance("a", "t", 23));
        generate(instance("b", "t", 23));

        assertThat(filtered.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("a", "a");
        assertThat(rejections())
                .extracting(rejection -> rejection.sample().id())
                .containsExactly("b", "b");
    }

    @Test
    void filtersBehindTheOneForDuplicatesAreAskedToo() {
        submit(EXACT, TOO_SHORT);

        generate(instance("a", "t", 23));

        assertThat(rejections())
                .singleElement()
                .extracting(SampleRejected::reason)
                .isEqualTo("too_short");
    }

    @Test
    void samplesOfANearDuplicateTemplateAreDroppedAndThoseOfTheFirstAreKept() {
        submit(NEAR, EXACT);
        announce(
                "first", "Mara has {a} coins and buys {b} stamps at {c} coins each. How many coins are left for Mara?");
        announce("other", "A train goes {v} miles an hour for {t} hours. How far does it go in all that time?");
        announce(
                "second",
                "Mara has {x} coins and buys {y} stamps at {z} coins each. How many coins are left for Mara?");

        generate(instance("a", "second", 23));
        generate(instance("b", "first", 23));
        generate(instance("c", "first", 24));
        generate(instance("d", "other", 23));
        generate(instance("e", null, 23));

        assertThat(filtered.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("b", "c", "d", "e");
        assertThat(rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo("near_duplicate");
            assertThat(rejection.detail()).contains("template second is 1.000 like the earlier template first");
        });
    }

    @Test
    void aSampleWaitsForItsJobAndItsTemplate() {
        generate(instance("a", "t", 23));
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        submit(NEAR);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(filtered.isEmpty()).isTrue();

        announce("t", "Mara has {a} coins.");
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(filtered.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("a");
        driver.advanceWallClockTime(PATIENCE);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void aSampleOfAnUnknownJobIsDeadLetteredWhenItsTimeIsUp() {
        generate(instance("a", "t", 23));
        driver.advanceWallClockTime(PATIENCE.minusSeconds(1));
        assertThat(dead.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofSeconds(2));

        var letter = dead.readRecord();
        assertThat(letter.key()).isEqualTo("a");
        assertThat(Wire.read(letter.value(), SampleGenerated.class).sample().id())
                .isEqualTo("a");
        assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).startsWith("job job is not announced");
        assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(Topics.SAMPLES_GENERATED);
    }

    @Test
    void aTemplateThatIsNeverAnnouncedMakesADeadLetterOnlyWhereAFilterNeedsIt() {
        submit(NEAR);
        generate(instance("a", "outside", 23));
        driver.advanceWallClockTime(PATIENCE.plusSeconds(1));

        assertThat(header(dead.readRecord(), KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                .contains("template outside of dataset dataset is not announced", "Maybe announce it");

        submit(EXACT);
        generate(instance("b", "outside", 23));
        assertThat(filtered.readKeyValue().key).isEqualTo("b");
    }

    @Test
    void whatIsNoSampleIsDeadLetteredAndNothingStops() {
        submit(SHORT);
        var generated =
                driver.createInputTopic(Topics.SAMPLES_GENERATED, new StringSerializer(), new ByteArraySerializer());
        generated.pipeInput("broken", "{\"sample\":{\"id\":1".getBytes(StandardCharsets.UTF_8));
        generated.pipeInput("null", "null".getBytes(StandardCharsets.UTF_8));
        generate(instance("a", "t", 23));

        assertThat(dead.readRecordsToList())
                .extracting(TestRecord::key, letter -> header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .extracting(tuple -> tuple.toList().getFirst())
                .containsExactly("broken", "null");
        assertThat(filtered.readKeyValue().key).isEqualTo("a");
    }

    @Test
    void aRecipeThatCannotRunMakesDeadLettersAtOnce() {
        submit(use("response-lenght", Map.of("min", 1, "max", 2)));

        generate(instance("a", "t", 23));

        assertThat(header(dead.readRecord(), KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                .contains("unknown operator 'response-lenght'", "Maybe 'response-length'");
    }

    @Test
    void aSampleThatIsNotOfItsJobIsDeadLetteredAtOnce() {
        submit(SHORT);

        generate(instance("a", "../../etc", Sample.MATH, Sample.WORKED));
        generate(instance("b", "dataset", "banana", Sample.WORKED));
        generate(instance("c", "dataset", Sample.MATH, "banana"));

        assertThat(dead.readRecordsToList())
                .extracting(letter -> header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                .containsExactly(
                        "the sample is for dataset '../../etc', its job job for 'dataset'. Maybe name the job's dataset",
                        "the sample's kind is 'banana'; known: math",
                        "the sample's style is 'banana'; known: program, worked, both");
    }

    private void submit(OperatorUse... filters) {
        pipe(Topics.JOBS_SUBMITTED, "job", job(filters));
    }

    private void announce(String id, String generalQuestion) {
        pipe(Topics.TEMPLATES_VERIFIED, id, announced(id, generalQuestion));
    }

    private void generate(Sample sample) {
        pipe(Topics.SAMPLES_GENERATED, sample.id(), new SampleGenerated(sample));
    }

    private void pipe(String topic, String key, Object event) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, Wire.write(event));
    }

    private List<SampleRejected> rejections() {
        return rejected.readValuesToList().stream()
                .map(event -> Wire.read(event, SampleRejected.class))
                .toList();
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
