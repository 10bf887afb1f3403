/**
 * The servers of the services' tests, started in one place: embedded in the process of the tests, or in containers
 * where {@code -Dinfinimill.containers=true} asks for it. The tests are the same.
 */
@NullMarked
package io.infinimill.testing;

import org.jspecify.annotations.NullMarked;
