/** Replies that are JSON of a given shape: read, checked against the schema, and asked for again when they miss it. */
@NullMarked
package io.infinimill.teacher.structured;

import org.jspecify.annotations.NullMarked;
