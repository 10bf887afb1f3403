package io.infinimill.filter;

/** What a filter says. */
public sealed interface Verdict {

    Verdict KEEP = new Keep();

    record Keep() implements Verdict {}

    /**
     * @param reason stable code such as {@code too_short}
     * @param detail one sentence with the values that led to it
     */
    record Drop(String reason, String detail) implements Verdict {}
}
