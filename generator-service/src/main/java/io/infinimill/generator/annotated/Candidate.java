package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What an operand may stand for.
 *
 * @param expression over {@code q0}, {@code q1}, ... for the question's numbers and {@code s0}, {@code s1}, ... for the
 *     results of the equations
 * @param score how well it fits by itself
 * @param constant why it is the same under other numbers, or null when it depends on them
 */
record Candidate(
        Expression expression, double score, @Nullable String constant) {

    static final String UNEXPLAINED = "unexplained";

    boolean unexplained() {
        return UNEXPLAINED.equals(constant);
    }

    Candidate plus(double more) {
        return new Candidate(expression, score + more, constant);
    }
}
