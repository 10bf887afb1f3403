/** Jobs: their state, the work they hand out, and what became of it. */
@NullMarked
package io.infinimill.generator.job;

import org.jspecify.annotations.NullMarked;
