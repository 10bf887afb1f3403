package io.infinimill.generator.seed;

import io.infinimill.model.Seed;

/** Reads one line of an upload. Pure and safe for threads. */
interface SeedFormat {

    /**
     * @param set name of the seed set
     * @throws IllegalArgumentException with the field and its value when the line is no seed
     */
    Seed read(String set, String line);
}
