/** Teachers: which there are, what they have said, and what that has cost each job. */
@NullMarked
package io.infinimill.generator.teacher;

import org.jspecify.annotations.NullMarked;
