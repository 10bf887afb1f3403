/** Datasets and their immutable versions: membership, content hash, differences, lineage. */
@NullMarked
package io.infinimill.dataset.version;

import org.jspecify.annotations.NullMarked;
