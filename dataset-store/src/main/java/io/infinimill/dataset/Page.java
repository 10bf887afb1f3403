package io.infinimill.dataset;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next the cursor to ask on with, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a page holds at most. */
    public static final int SIZE = 50;

    public Page {
        items = List.copyOf(items);
    }

    /** The first {@link #SIZE} of what was asked for one more, going on after the key of the last. */
    public static <T> Page<T> of(List<T> items, Function<T, Object> key) {
        return items.size() <= SIZE
                ? new Page<>(items, null)
                : new Page<>(items.subList(0, SIZE), Cursor.of(key.apply(items.get(SIZE - 1))));
    }
}
