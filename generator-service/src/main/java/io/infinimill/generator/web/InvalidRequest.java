package io.infinimill.generator.web;

/** A request that cannot be carried out as it is; the message says why, and what would do. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidRequest(String message) {
        super(message);
    }
}
