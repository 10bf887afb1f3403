package io.infinimill.generator.web;

/** A well-formed request whose values do not fit. */
public final class Unprocessable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unprocessable(String message) {
        super(message);
    }
}
