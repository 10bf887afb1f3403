package io.infinimill.dataset;

import org.jspecify.annotations.Nullable;

/** A cursor that no list here has given. */
public final class UnknownCursor extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCursor(@Nullable String cursor) {
        super("cursor '%s' is not one of this list\nMaybe leave it out to start again".formatted(cursor));
    }
}
