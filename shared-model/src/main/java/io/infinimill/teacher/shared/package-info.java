/**
 * One teacher shared by many jobs: as many requests in flight as make it answer fastest, found by trying; fair turns;
 * limits of rate; retries; and a pause while it is down. {@link io.infinimill.teacher.shared.SharedTeacher} is the way in.
 */
@NullMarked
package io.infinimill.teacher.shared;

import org.jspecify.annotations.NullMarked;
