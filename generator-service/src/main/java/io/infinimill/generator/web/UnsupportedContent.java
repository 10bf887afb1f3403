package io.infinimill.generator.web;

/** A body in a form that is not read here; the message says which would be. */
public final class UnsupportedContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedContent(String message) {
        super(message);
    }
}
