package io.infinimill.filter;

/** What is to become of a sample. */
sealed interface Decision {

    record Kept() implements Decision {}

    record Dropped(String operator, String reason, String detail) implements Decision {}

    /** To be decided where all samples of the fingerprint meet. */
    record Claim(String fingerprint) implements Decision {}

    /** @param cause what is not known yet, as its dead letter says where it stays unknown */
    record Wait(String cause) implements Decision {}

    /** Waiting does not help. */
    record Hopeless(String cause) implements Decision {}
}
