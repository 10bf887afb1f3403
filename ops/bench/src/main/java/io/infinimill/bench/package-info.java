/** Benchmarks of the parts and of the whole, and measures of correctness that share no code with what they measure. */
@NullMarked
package io.infinimill.bench;

import org.jspecify.annotations.NullMarked;
