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

    /** @throws UnknownCursor for what {@link #of} did not make */
    public static String text(@Nullable String cursor, String start) {
        if (cursor == null) {
            return start;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw unknown(cursor, e);
        }
        throw new UnknownCursor(cursor);
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

    private static UnknownCursor unknown(@Nullable String cursor, Exception cause) {
        var unknown = new UnknownCursor(cursor);
        unknown.initCause(cause);
        return unknown;
    }
}
