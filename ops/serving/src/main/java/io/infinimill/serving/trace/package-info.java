/** Follows single samples over Kafka from service to service, where somebody collects traces. */
@NullMarked
package io.infinimill.serving.trace;

import org.jspecify.annotations.NullMarked;
