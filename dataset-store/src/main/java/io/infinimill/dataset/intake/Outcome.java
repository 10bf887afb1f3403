package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Key;
import io.infinimill.dataset.archive.Origin;
import io.infinimill.dataset.archive.Origins.Reason;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.serving.trace.SampleTraces;
import io.infinimill.wire.Wire;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a sample ended.
 *
 * @param reason why it was rejected, or null where it was accepted
 * @param event the bytes that said so, which are what is stored
 * @param hop its stay here, for whoever follows it
 */
@SuppressWarnings("ArrayRecordComponent")
record Outcome(
        UUID id, Sample sample, Origin origin, @Nullable Reason reason, byte[] event, SampleTraces.Hop hop) {

    /** What a job takes as a dataset's name, so that every dataset can be asked for. */
    private static final Pattern DATASET = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    static Outcome accepted(byte[] event) {
        var sample = named(WrittenText.writable(event, Wire.read(event, SampleJudged.class))
                .sample());
        return new Outcome(Key.of(sample.id()), sample, Origin.of(sample), null, event, SampleTraces.Hop.NONE);
    }

    static Outcome rejected(byte[] event) {
        var rejected = WrittenText.writable(event, Wire.read(event, SampleRejected.class));
        var sample = named(rejected.sample());
        var reason = new Reason(rejected.stage(), rejected.operator(), rejected.reason());
        return new Outcome(Key.of(sample.id()), sample, Origin.of(sample), reason, event, SampleTraces.Hop.NONE);
    }

    Outcome with(SampleTraces.Hop hop) {
        return new Outcome(id, sample, origin, reason, event, hop);
    }

    void stored() {
        hop.end(reason == null ? "accepted" : reason.reason());
    }

    private static Sample named(Sample sample) {
        if (!DATASET.matcher(sample.dataset()).matches()) {
            throw new IllegalArgumentException(
                    "dataset is '%s' but wants lower-case letters, digits, '.', '_' and '-', at most 63"
                            .formatted(sample.dataset()));
        }
        return sample;
    }
}
