package io.infinimill.dataset.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of accepted samples.
 *
 * @param parent the version before it, or null for the first
 * @param contentHash equal for equal samples, whatever their order and history; see {@link ContentHash}
 * @param selection what was asked for, or null for every sample accepted by then
 */
public record Version(
        int number,
        @Nullable Integer parent,
        String note,
        Instant created,
        String contentHash,
        @Nullable Selection selection,
        Summary summary) {}
