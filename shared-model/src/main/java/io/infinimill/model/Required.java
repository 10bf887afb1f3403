package io.infinimill.model;

import org.jspecify.annotations.Nullable;

/** Checks by hand what a JSON reader does not: a missing reference component arrives as null. */
final class Required {

    private Required() {}

    static <T> T required(String type, String component, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("%s.%s is missing".formatted(type, component));
        }
        return value;
    }
}
