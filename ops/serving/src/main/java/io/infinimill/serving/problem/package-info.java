/** Every error is a problem detail (RFC 9457) that says what is wrong, also where the server refuses before Spring is asked. */
@NullMarked
package io.infinimill.serving.problem;

import org.jspecify.annotations.NullMarked;
