package io.infinimill.dataset.version;

import io.infinimill.model.Sample;
import io.infinimill.model.SampleRejected;
import io.infinimill.wire.Wire;
import org.jspecify.annotations.Nullable;

/** A sample that was turned down, with who did it and why. */
record Reject(
        Sample sample,
        String stage,
        String operator,
        String reason,
        @Nullable String detail) {

    static Reject of(Samples.Stored stored) {
        var event = Wire.read(stored.event(), SampleRejected.class);
        return new Reject(event.sample(), event.stage(), event.operator(), event.reason(), event.detail());
    }
}
