/**
 * The contract: the events on Kafka, what they carry, and the topics. It needs the JDK and JSpecify only.
 *
 * <p>Evolution: a field is only added, boxed and {@code @Nullable}; never renamed, retyped or reused. A reader ignores
 * fields it does not know. Any other change is a new topic. A golden file per event and version guards this.
 */
@NullMarked
package io.infinimill.model;

import org.jspecify.annotations.NullMarked;
