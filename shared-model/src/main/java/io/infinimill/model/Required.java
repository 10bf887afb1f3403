package io.infinimill.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks by hand what a JSON reader does not: a missing reference component arrives as null. */
final class Required {

    private static final int MOST_DIGITS = 1000;
    private static final int REPLACEMENT = 0xFFFD;

    private Required() {}

    static <T> T required(String type, String component, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("%s.%s is missing".formatted(type, component));
        }
        return value;
    }

    /** The text with a replacement character for each zero character and each half of a surrogate pair. */
    static String writable(String text) {
        return text.codePoints().allMatch(Required::isWritable)
                ? text
                : text.codePoints()
                        .map(character -> isWritable(character) ? character : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isWritable(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }

    /** A copy of a list that may be neither missing nor hold null. */
    static <T> List<T> list(String type, String component, @Nullable List<T> values) {
        var present = required(type, component, values);
        for (int i = 0; i < present.size(); i++) {
            required(type, component + "[" + i + "]", present.get(i));
        }
        return List.copyOf(present);
    }

    /** A number that can be written out: an exponent of a stranger's choosing cannot fill the memory. */
    static BigDecimal decimal(String type, String component, @Nullable BigDecimal value) {
        var number = required(type, component, value);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "%s.%s is %s, beyond %d digits".formatted(type, component, number, MOST_DIGITS));
        }
        return number;
    }

    /** A copy, in its order, of a map that may be missing but may not hold null. */
    static <V> @Nullable Map<String, V> optional(String type, String component, @Nullable Map<String, V> values) {
        if (values == null) {
            return null;
        }
        values.forEach((name, value) -> required(type, component + "." + name, value));
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
