/** Verified templates: stored once, listed, and instantiated for numbers that a user gives. */
@NullMarked
package io.infinimill.generator.template;

import org.jspecify.annotations.NullMarked;
