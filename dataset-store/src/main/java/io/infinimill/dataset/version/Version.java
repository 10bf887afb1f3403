package io.infinimill.dataset.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of accepted samples.
 *
 * @param parent the version before it, or null for the first
 * @param contentHash equal for equal samples, whatever their order and history; see {@link ContentHash}
 * @param author who asked for it: the name of the key or the subject of the token, or null where anybody may
 * @param selection what was asked for, or null for every sample accepted by then
 */
public record Version(
        int number,
        @Nullable Integer parent,
        String note,
        Instant created,
        @Nullable String author,
        String contentHash,
        @Nullable Selection selection,
        Summary summary) {}
