package io.infinimill.standalone;

/** The process will not start as it was asked to; says why and what to do instead. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    Refusal(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
