/** The contract as bytes: JSON, without Java type names. */
@NullMarked
package io.infinimill.wire;

import org.jspecify.annotations.NullMarked;
