package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;

/**
 * A literal number of an equation.
 *
 * @param value what it says
 * @param start where the line of prose shows it, or -1
 * @param end where that ends, or -1
 */
record Operand(Rational value, int start, int end) {

    boolean shown() {
        return start >= 0;
    }

    Operand at(int from, int to) {
        return new Operand(value, from, to);
    }
}
