package io.infinimill.generator.annotated;

import io.infinimill.generator.Decoupling.Refused;

/** Carries a refusal out of a reader. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Refused refused;

    Unreadable(Refused refused) {
        super(refused.reason() + ": " + refused.detail(), null, false, false);
        this.refused = refused;
    }

    Refused refused() {
        return refused;
    }
}
