/**
 * A teacher without a model: a small HTTP server that speaks the OpenAI chat protocol, takes as long as a real one,
 * fails as real ones do, says what a script tells it to, and counts what it was asked. For tests, benchmarks and rehearsals.
 */
@NullMarked
package io.infinimill.teacher.fake;

import org.jspecify.annotations.NullMarked;
