/**
 * Exact arithmetic over named quantities: rational numbers and the small expression language in which the steps and
 * conditions of a template are written. The generator scales with it, the judge re-checks with it.
 */
@NullMarked
package io.infinimill.arithmetic;

import org.jspecify.annotations.NullMarked;
