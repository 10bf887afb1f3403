package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a span of a line.
 *
 * @param text empty where that is not known
 * @param number over internal names, or null where the span is no number that is known
 * @param uses the steps whose results it shows
 */
record Replacement(
        int start, int end, String text, @Nullable Expression number, Set<Integer> uses) {

    Replacement(int start, int end, String text, Set<Integer> uses) {
        this(start, end, text, null, uses);
    }
}
