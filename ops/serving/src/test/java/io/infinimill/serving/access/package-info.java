@NullMarked
package io.infinimill.serving.access;

import org.jspecify.annotations.NullMarked;
