/** How far the consumers are behind, by group and topic: what a user watches and what an autoscaler scales on. */
@NullMarked
package io.infinimill.serving.lag;

import org.jspecify.annotations.NullMarked;
