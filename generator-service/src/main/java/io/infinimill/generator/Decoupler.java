package io.infinimill.generator;

import io.infinimill.model.Seed;

/**
 * Separates a problem from its numbers. Pure: it runs no program and asks no teacher; the step executes what comes back
 * and compares it with the seed's answer.
 */
public interface Decoupler {

    Decoupling decouple(Seed seed);
}
