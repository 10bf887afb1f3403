package io.infinimill.dataset.archive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An origin as the database knows it.
 *
 * @param example the first event of the origin, the dictionary of all others
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredOrigin(
        int id, int dataset, int job, @Nullable UUID template, byte[] example) {}
