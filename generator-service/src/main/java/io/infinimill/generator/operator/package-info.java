/** The generator's operators: one record each, found by type. */
@NullMarked
package io.infinimill.generator.operator;

import org.jspecify.annotations.NullMarked;
