/** Versions as files for training. */
@NullMarked
package io.infinimill.dataset.export;

import org.jspecify.annotations.NullMarked;
