/**
 * Keeps or drops samples, each drop with a reason. {@link io.infinimill.filter.FilterStep} is the data path; the
 * operators of {@code operator} decide.
 */
@NullMarked
package io.infinimill.filter;

import org.jspecify.annotations.NullMarked;
