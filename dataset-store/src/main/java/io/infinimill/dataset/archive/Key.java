package io.infinimill.dataset.archive;

import io.infinimill.model.Hash;
import java.util.UUID;
import java.util.regex.Pattern;

/** The 128-bit form in which ids of samples and templates are stored. */
public final class Key {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final int HALF = 16;

    private Key() {}

    /** An id of 32 hex digits is its own key; any other, as an outside producer may choose it, is hashed. */
    public static UUID of(String id) {
        var hex = isHash(id) ? id : Hash.of("id", id);
        return new UUID(Long.parseUnsignedLong(hex, 0, HALF, 16), Long.parseUnsignedLong(hex, HALF, 2 * HALF, 16));
    }

    static boolean isHash(String id) {
        return HASH.matcher(id).matches();
    }

    public static String hex(UUID key) {
        return "%016x%016x".formatted(key.getMostSignificantBits(), key.getLeastSignificantBits());
    }
}
