/** Tests of the whole: a real process of the built jars, spoken to over HTTP. */
@NullMarked
package io.infinimill.e2e;

import org.jspecify.annotations.NullMarked;
