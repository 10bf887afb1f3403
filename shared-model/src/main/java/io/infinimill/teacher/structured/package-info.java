/** Replies that are JSON of a given shape: read, and checked against the schema, with words that a teacher can mend them by. */
@NullMarked
package io.infinimill.teacher.structured;

import org.jspecify.annotations.NullMarked;
