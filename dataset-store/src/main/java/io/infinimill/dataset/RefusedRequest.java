package io.infinimill.dataset;

/** A request that is understood and cannot be done; the message says why and, where it can, what to do instead. */
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedRequest(String message) {
        super(message);
    }
}
