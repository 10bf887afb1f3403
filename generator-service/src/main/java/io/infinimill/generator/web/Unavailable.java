package io.infinimill.generator.web;

/** Another service does not answer. Try again. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }
}
