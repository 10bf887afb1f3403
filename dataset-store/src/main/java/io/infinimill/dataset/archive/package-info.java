/** How events lie in the database: packed against an example of the same origin. */
@NullMarked
package io.infinimill.dataset.archive;

import org.jspecify.annotations.NullMarked;
