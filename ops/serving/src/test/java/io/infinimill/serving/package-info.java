@NullMarked
package io.infinimill.serving;

import org.jspecify.annotations.NullMarked;
