/** From one template to any number of instances: ranges, conditions, sampling, programs and text. */
@NullMarked
package io.infinimill.generator.scale;

import org.jspecify.annotations.NullMarked;
