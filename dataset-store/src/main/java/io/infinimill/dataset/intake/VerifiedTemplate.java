package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Key;
import io.infinimill.dataset.archive.Origin;
import io.infinimill.model.Seed;
import io.infinimill.model.TemplateVerified;
import io.infinimill.wire.Wire;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template that a dataset's samples refer to. */
@SuppressWarnings("ArrayRecordComponent")
record VerifiedTemplate(
        String dataset,
        String job,
        UUID id,
        String seedSet,
        @Nullable String licence,
        byte[] event) {

    VerifiedTemplate {
        Origin.fitting("dataset", dataset);
        Origin.fitting("jobId", job);
        Origin.fitting("seed.set", seedSet);
        Origin.fitting("seed.attributes.license", licence);
    }

    static VerifiedTemplate of(byte[] event) {
        var verified = WrittenText.writable(event, Wire.read(event, TemplateVerified.class));
        var template = verified.template();
        return new VerifiedTemplate(
                verified.dataset(),
                verified.jobId(),
                Key.of(template.id()),
                template.seed().set(),
                licence(template.seed()),
                event);
    }

    private static @Nullable String licence(Seed seed) {
        var attributes = seed.attributes() == null ? Map.<String, String>of() : seed.attributes();
        return attributes.get("license");
    }
}
