/** The embedded Kafka: one broker and controller in a process that ends with the process that started it. */
@NullMarked
package io.infinimill.broker;

import org.jspecify.annotations.NullMarked;
