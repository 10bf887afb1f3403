package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;

/**
 * A number as it stands in a text.
 *
 * @param start of the digits or words, without currency sign
 * @param end after the digits or words, without percent sign
 * @param value what it says
 * @param form how it is written
 * @param percent whether it is a percentage
 * @param money whether a currency sign stands before it
 */
record TextNumber(int start, int end, Rational value, Form form, boolean percent, boolean money) {

    enum Form {
        /** Written in digits, may change. */
        DIGITS,
        /** Written in words, may change. */
        WORD,
        /** Before the slash of a fraction. */
        NUMERATOR,
        /** After the slash of a fraction. */
        DENOMINATOR,
        /** Part of the wording: a clock time, an ordinal, a mixed number, a fraction in words. */
        FIXED
    }

    boolean changeable() {
        return form != Form.FIXED;
    }

    /** Whether it stands by itself, not in a fraction. */
    boolean plain() {
        return form == Form.DIGITS || form == Form.WORD;
    }

    /** Whether it may count things: no part of a fraction, percentage or amount of money. */
    boolean count() {
        return plain() && !percent && !money;
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
