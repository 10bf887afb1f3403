@NullMarked
package io.infinimill.serving.trace;

import org.jspecify.annotations.NullMarked;
