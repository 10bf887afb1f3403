@NullMarked
package io.infinimill.serving.problem;

import org.jspecify.annotations.NullMarked;
