package io.infinimill.generator.web;

/** A body beyond a limit. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
        super(message);
    }
}
