package io.infinimill.generator.taught;

import io.infinimill.teacher.Sampling;
import java.util.List;
import java.util.Set;

/** What the operators that ask teachers demand of their parameters alike. */
public final class Requirements {

    /** Of attempts, repairs or votes. */
    private static final int MOST = 10;

    private Requirements() {}

    /** @throws IllegalArgumentException when they are none, or one is named twice */
    public static void requireTeachers(List<String> teachers) {
        if (teachers.isEmpty() || Set.copyOf(teachers).size() < teachers.size()) {
            throw new IllegalArgumentException("teachers is %s and wants one or more, each once".formatted(teachers));
        }
    }

    /** @throws IllegalArgumentException when the replies that these ask for could not come, or not differ */
    public static void requireTries(int attempts, int repairs, int votes, double temperature, int maxTokens) {
        if (attempts < 1 || attempts > MOST || repairs < 0 || repairs > MOST || votes < 1 || votes > MOST) {
            throw new IllegalArgumentException(
                    "attempts, repairs and votes are %d, %d and %d; they go to %d, and attempts and votes begin at 1"
                            .formatted(attempts, repairs, votes, MOST));
        }
        if (attempts + votes > 2 && temperature == 0) {
            throw new IllegalArgumentException(
                    "temperature is 0, so that further attempts and votes would be the same reply. Maybe 0.7");
        }
        var _ = Sampling.of(temperature, maxTokens);
    }

    /** @throws IllegalArgumentException when one is no share at which a job can stop */
    public static void requireShares(double mostAlike, double mostLeaks) {
        if (!(mostAlike > 0 && mostAlike <= 1 && mostLeaks > 0 && mostLeaks <= 1)) {
            throw new IllegalArgumentException(
                    "most-alike and most-leaks are %s and %s; they are shares above 0, at most 1"
                            .formatted(mostAlike, mostLeaks));
        }
    }
}
