package io.infinimill.generator.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the next part, or null at the end
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    public static final int SIZE = 100;

    /**
     * @param query the items behind the cursor, at most as many as it is asked for
     * @param key what the cursor remembers of the last item
     */
    public static <T> Page<T> of(IntFunction<List<T>> query, Function<T, String> key) {
        var items = query.apply(SIZE + 1);
        if (items.size() <= SIZE) {
            return new Page<>(items, null);
        }
        var shown = items.subList(0, SIZE);
        return new Page<>(shown, encode(key.apply(shown.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }

    /** What a cursor remembers; the empty string for the first page. */
    public static String text(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (Characters.fault(text) == null) {
                return text;
            }
        } catch (IllegalArgumentException _) {
            // the same as a text that none of our cursors has
        }
        throw wrong(cursor);
    }

    /** What a cursor over numbers remembers; -1 for the first page. */
    public static long number(@Nullable String cursor) {
        var text = text(cursor);
        try {
            return text.isEmpty() ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(String.valueOf(cursor));
        }
    }

    private static InvalidRequest wrong(String cursor) {
        return new InvalidRequest(
                "'%s' is no cursor of this list. Maybe start without one".formatted(Shown.quoted(cursor)));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
