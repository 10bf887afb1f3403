/** What a teacher is asked about a problem, and whether its program depends on the problem's numbers only by its variables. */
@NullMarked
package io.infinimill.generator.taught;

import org.jspecify.annotations.NullMarked;
