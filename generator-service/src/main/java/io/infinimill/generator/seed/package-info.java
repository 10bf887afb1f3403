/** Seed sets: what users upload, line by line, in the formats of the field. */
@NullMarked
package io.infinimill.generator.seed;

import org.jspecify.annotations.NullMarked;
