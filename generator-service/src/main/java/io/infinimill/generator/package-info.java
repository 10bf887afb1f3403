/** Jobs, seed sets, recipes and templates; {@code GenerateStep} turns seeds into samples. */
@NullMarked
package io.infinimill.generator;

import org.jspecify.annotations.NullMarked;
