package io.infinimill.generator;

import io.infinimill.model.Template;

/** What a {@link Decoupler} makes of a seed. */
public sealed interface Decoupling {

    /** A template that is still to be executed with the seed's numbers. */
    record Decoupled(Template template) implements Decoupling {}

    /**
     * The seed is ambiguous or cannot be read.
     *
     * @param reason stable code such as {@code ambiguous_operand}
     * @param detail one sentence with the operand and the candidates
     */
    record Refused(String reason, String detail) implements Decoupling {}
}
