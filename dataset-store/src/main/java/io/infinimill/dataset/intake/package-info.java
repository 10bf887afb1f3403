/** From the topics into the tables: every sample ends in one place, counted exactly. */
@NullMarked
package io.infinimill.dataset.intake;

import org.jspecify.annotations.NullMarked;
