package io.infinimill.serving.access;

/** The issuer's keys cannot be had, so that nobody can say whether a token is good. It may be back soon. */
final class IssuerAway extends Exception {

    private static final long serialVersionUID = 1L;

    IssuerAway(String issuer, Throwable cause) {
        super("the keys of the issuer %s cannot be read: %s".formatted(issuer, cause.getMessage()), cause);
    }
}
