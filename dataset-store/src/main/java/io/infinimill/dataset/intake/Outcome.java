package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Key;
import io.infinimill.dataset.archive.Origin;
import io.infinimill.dataset.archive.Origins.Reason;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.wire.Wire;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a sample ended.
 *
 * @param reason why it was rejected, or null where it was accepted
 * @param event the bytes that said so, which are what is stored
 */
@SuppressWarnings("ArrayRecordComponent")
record Outcome(UUID id, Origin origin, @Nullable Reason reason, byte[] event) {

    static Outcome accepted(byte[] event) {
        var sample = WrittenText.writable(event, Wire.read(event, SampleJudged.class))
                .sample();
        return new Outcome(Key.of(sample.id()), Origin.of(sample), null, event);
    }

    static Outcome rejected(byte[] event) {
        var rejected = WrittenText.writable(event, Wire.read(event, SampleRejected.class));
        var sample = rejected.sample();
        var reason = new Reason(rejected.stage(), rejected.operator(), rejected.reason());
        return new Outcome(Key.of(sample.id()), Origin.of(sample), reason, event);
    }
}
