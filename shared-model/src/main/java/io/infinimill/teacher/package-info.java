/**
 * The port to a teacher, a language or vision-language model, and what a request and its reply are.
 * {@link io.infinimill.teacher.Teacher} is the way in; its implementations and what is wrapped around them lie in
 * packages below.
 */
@NullMarked
package io.infinimill.teacher;

import org.jspecify.annotations.NullMarked;
