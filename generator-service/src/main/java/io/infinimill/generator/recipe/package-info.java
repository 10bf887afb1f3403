/** Recipes that are shipped, and the check of a recipe with every service that will run a part of it. */
@NullMarked
package io.infinimill.generator.recipe;

import org.jspecify.annotations.NullMarked;
