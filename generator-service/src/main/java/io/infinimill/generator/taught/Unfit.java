package io.infinimill.generator.taught;

import io.infinimill.generator.Decoupling;

/** A proposal cannot become a template. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String detail;

    Unfit(String reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Decoupling.Refused refused() {
        return new Decoupling.Refused(reason, detail);
    }
}
