package io.infinimill.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics, one per event type. The key is the sample's id; of {@link #SEEDS_SUBMITTED} and {@link #TEMPLATES_REQUESTED} the seed's, of {@link
 * #TEMPLATES_VERIFIED} the template's, of job topics the job's.
 */
public final class Topics {

    /** {@link SeedSubmitted}: work for the generator, from itself or from an outside producer. */
    public static final String SEEDS_SUBMITTED = "seeds.submitted";

    /** {@link TemplateRequested}: seeds that only a teacher can decouple, from the generator for itself. */
    public static final String TEMPLATES_REQUESTED = "templates.requested";

    /** {@link SampleGenerated}: what the filter reads; an outside producer may add samples of its own. */
    public static final String SAMPLES_GENERATED = "samples.generated";

    /** {@link SampleFiltered}: what the judge reads. */
    public static final String SAMPLES_FILTERED = "samples.filtered";

    /** {@link SampleJudged}: the accepted samples, for the dataset store and for outside consumers. */
    public static final String SAMPLES_JUDGED = "samples.judged";

    /** {@link SampleRejected}: what any stage turned down, with its reason. */
    public static final String SAMPLES_REJECTED = "samples.rejected";

    /**
     * {@link TemplateVerified}, in one partition and kept for ever: its order decides which of two near-duplicate
     * templates came first.
     */
    public static final String TEMPLATES_VERIFIED = "templates.verified";

    /** {@link JobSubmitted}, compacted: how every service learns a job's recipe. */
    public static final String JOBS_SUBMITTED = "jobs.submitted";

    /** {@link JobProgressed}, compacted, one record per stored batch of a job: what has become of a job's samples. */
    public static final String JOBS_PROGRESSED = "jobs.progressed";

    /** Appended to a topic's name for what could not be processed there. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    /** Topics whose records are work: each has a dead letter topic. */
    public static final List<String> WORK = List.of(
            SEEDS_SUBMITTED,
            TEMPLATES_REQUESTED,
            SAMPLES_GENERATED,
            SAMPLES_FILTERED,
            SAMPLES_JUDGED,
            SAMPLES_REJECTED);

    /** The type of the event on each topic, in the order of the path. */
    public static final Map<String, Class<? extends Record>> EVENTS = events();

    private static final Set<String> UNDIVIDED = Set.of(TEMPLATES_VERIFIED, JOBS_SUBMITTED, JOBS_PROGRESSED);

    private Topics() {}

    /**
     * How many partitions a topic has, whoever creates it.
     *
     * @param divided of topics whose records are divided among consumers
     */
    public static int partitions(String topic, int divided) {
        return UNDIVIDED.contains(topic) ? 1 : divided;
    }

    /** A topic's own settings, by Kafka's names for them. */
    public static Map<String, String> settings(String topic) {
        return switch (topic) {
            case JOBS_SUBMITTED, JOBS_PROGRESSED -> Map.of("cleanup.policy", "compact");
            case TEMPLATES_VERIFIED -> Map.of("retention.ms", "-1");
            default -> Map.of();
        };
    }

    public static String deadLetters(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    private static Map<String, Class<? extends Record>> events() {
        var events = new LinkedHashMap<String, Class<? extends Record>>();
        events.put(JOBS_SUBMITTED, JobSubmitted.class);
        events.put(SEEDS_SUBMITTED, SeedSubmitted.class);
        events.put(TEMPLATES_REQUESTED, TemplateRequested.class);
        events.put(TEMPLATES_VERIFIED, TemplateVerified.class);
        events.put(SAMPLES_GENERATED, SampleGenerated.class);
        events.put(SAMPLES_FILTERED, SampleFiltered.class);
        events.put(SAMPLES_JUDGED, SampleJudged.class);
        events.put(SAMPLES_REJECTED, SampleRejected.class);
        events.put(JOBS_PROGRESSED, JobProgressed.class);
        return Collections.unmodifiableMap(events);
    }
}
