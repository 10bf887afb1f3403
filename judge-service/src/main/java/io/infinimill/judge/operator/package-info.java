/** The judges that a recipe may name: one record each, its components the parameters, its text the provenance. */
@NullMarked
package io.infinimill.judge.operator;

import org.jspecify.annotations.NullMarked;
