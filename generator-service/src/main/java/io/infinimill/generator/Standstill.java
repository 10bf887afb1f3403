package io.infinimill.generator;

/** The job cannot go on by itself; the message says what would let it. */
final class Standstill extends Exception {

    private static final long serialVersionUID = 1L;

    Standstill(String message) {
        super(message);
    }
}
