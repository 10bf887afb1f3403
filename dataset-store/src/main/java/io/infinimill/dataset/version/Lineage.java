package io.infinimill.dataset.version;

import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sample came about and where it went.
 *
 * @param state {@code accepted} or {@code rejected}
 * @param sample with its provenance: each hop with its operators
 * @param seed what the template was made from; null where the template is not known here
 * @param template with its program and how it was verified; null for a sample without one
 * @param rejection why it was turned down, or null
 * @param versions the versions that contain it
 */
record Lineage(
        String state,
        Sample sample,
        String split,
        @Nullable Seed seed,
        @Nullable Template template,
        List<Judgement> judgements,
        @Nullable Rejection rejection,
        List<Integer> versions) {

    record Rejection(
            String stage,
            String operator,
            String reason,
            @Nullable String detail) {}
}
