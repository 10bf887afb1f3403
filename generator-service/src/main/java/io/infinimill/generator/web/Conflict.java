package io.infinimill.generator.web;

/** A request that the present state of its object does not allow. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
