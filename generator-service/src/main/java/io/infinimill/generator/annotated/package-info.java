/**
 * The decoupler without a model: a worked, annotated solution determines its program. Numbers of the question, earlier
 * results and explained constants are bound to the operands of the solution; what stays ambiguous is refused.
 */
@NullMarked
package io.infinimill.generator.annotated;

import org.jspecify.annotations.NullMarked;
