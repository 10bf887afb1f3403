/** The dataset store: what its parts share, and the interface of export formats. */
@NullMarked
package io.infinimill.dataset;

import org.jspecify.annotations.NullMarked;
