package io.infinimill.teacher.shared;

import io.infinimill.teacher.TeacherException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a request is asked again: twice as long each time, half of it left to chance, so that those who
 * failed together do not come back together; and never before the teacher's own advice.
 */
record Waits(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param failures how often the request has failed, this time included */
    Duration before(int failures, TeacherException failure, RandomGenerator random) {
        var doubled = first.toNanos() * (double) (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var wait = Duration.ofNanos(
                (long) (Math.min(doubled, (double) longest.toNanos()) * (1 + random.nextDouble()) / 2));
        if (failure instanceof TeacherException.Overloaded overloaded) {
            var advised = overloaded.retryAfter().orElse(Duration.ZERO);
            return advised.compareTo(wait) < 0 ? wait : advised.plus(wait.dividedBy(4));
        }
        return wait;
    }
}
