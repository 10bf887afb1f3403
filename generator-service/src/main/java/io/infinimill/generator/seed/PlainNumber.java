package io.infinimill.generator.seed;

import java.math.BigDecimal;

/** A number as plain digits, however it was written. */
final class PlainNumber {

    /** Longer ones belong to no word problem, and a short exponent can stand for gigabytes of digits. */
    private static final int MOST_DIGITS = 100;

    private PlainNumber() {}

    /** @throws IllegalArgumentException when the text is no number, or has too many digits */
    static BigDecimal parse(String text) {
        var number = text.strip();
        if (number.length() > MOST_DIGITS) {
            throw tooLong(number);
        }
        try {
            return checked(new BigDecimal(number));
        } catch (NumberFormatException e) {
            var refusal = new IllegalArgumentException("'%s' is no number".formatted(SeedFields.start(text)));
            refusal.initCause(e);
            throw refusal;
        }
    }

    static String write(BigDecimal number) {
        return checked(number).toPlainString();
    }

    private static BigDecimal checked(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw tooLong(number.toString());
        }
        return number;
    }

    private static IllegalArgumentException tooLong(String number) {
        return new IllegalArgumentException(
                "the number %s has more than %d digits".formatted(SeedFields.start(number), MOST_DIGITS));
    }
}
