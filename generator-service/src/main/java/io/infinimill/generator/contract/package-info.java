/** The contract of the events as documents, for clients that speak Kafka. */
@NullMarked
package io.infinimill.generator.contract;

import org.jspecify.annotations.NullMarked;
