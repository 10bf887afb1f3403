package io.infinimill.operator;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of Java as recipes write them: {@code ResponseLength} is {@code response-length}. */
final class KebabCase {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private KebabCase() {}

    static String of(String javaName) {
        return HUMP.matcher(javaName).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
