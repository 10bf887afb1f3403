/** New problems made of old ones: what is asked for, what each must keep or change, and how their answers are found. */
@NullMarked
package io.infinimill.generator.evolved;

import org.jspecify.annotations.NullMarked;
