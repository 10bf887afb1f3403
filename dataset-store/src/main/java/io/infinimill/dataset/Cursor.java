package io.infinimill.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the last key or name of the page before, opaque to clients. */
public final class Cursor {

    private static final UUID START = new UUID(0, 0);

    private Cursor() {}

    public static String of(Object last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RefusedRequest for what {@link #of} did not make */
    public static String text(@Nullable String cursor, String start) {
        try {
            return cursor == null ? start : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown(cursor, e);
        }
    }

    public static UUID key(@Nullable String cursor) {
        try {
            return cursor == null ? START : UUID.fromString(text(cursor, ""));
        } catch (IllegalArgumentException e) {
            throw unknown(cursor, e);
        }
    }

    public static long number(@Nullable String cursor, long start) {
        try {
            return cursor == null ? start : Long.parseLong(text(cursor, ""));
        } catch (NumberFormatException e) {
            throw unknown(cursor, e);
        }
    }

    private static RefusedRequest unknown(@Nullable String cursor, Exception cause) {
        var refused = new RefusedRequest(
                "cursor '%s' is not one of this list\nMaybe leave it out to start again".formatted(cursor));
        refused.initCause(cause);
        return refused;
    }
}
