package io.infinimill.serving;

/** The process will not start as it was asked to; says why and what to do instead. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public Refusal(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
