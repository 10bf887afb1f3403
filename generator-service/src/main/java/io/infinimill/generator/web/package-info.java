/** What the generator's resources share: pages and problems. */
@NullMarked
package io.infinimill.generator.web;

import org.jspecify.annotations.NullMarked;
