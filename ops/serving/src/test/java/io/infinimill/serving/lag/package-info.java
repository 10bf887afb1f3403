@NullMarked
package io.infinimill.serving.lag;

import org.jspecify.annotations.NullMarked;
