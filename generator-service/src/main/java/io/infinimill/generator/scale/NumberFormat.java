package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How a number is written at one place of a text, learned from the number that stood there.
 *
 * @param words whether it stood in words; then small whole numbers stay in words
 * @param mostInWords greatest number written in words: twelve by the common rule of style, ninety-nine where the
 *     original was greater or a sentence starts
 * @param capital whether words start upper case
 * @param commas whether thousands are set apart below 10,000 as well
 * @param decimals digits after the point at least; an original {@code 4.50} keeps two
 * @param rounded digits after the point for decimals that do not end
 * @param money whether a currency sign stands before it: a fraction then has at least two decimals
 */
record NumberFormat(
        boolean words, int mostInWords, boolean capital, boolean commas, int decimals, int rounded, boolean money) {

    private static final BigDecimal WITH_COMMAS = BigDecimal.valueOf(10_000);
    private static final int TWELVE = 12;
    private static final int NINETY_NINE = 99;

    /** @param before the text before the number */
    static NumberFormat of(String mention, String before) {
        boolean words = !mention.isEmpty() && Character.isLetter(mention.charAt(0));
        boolean capital = words && Character.isUpperCase(mention.charAt(0));
        var value = NumberWords.read(mention);
        boolean large = value != null && value.compareTo(Rational.of(TWELVE)) > 0;
        int point = mention.indexOf('.');
        int decimals = point < 0 ? 0 : mention.length() - point - 1;
        boolean money = before.endsWith("$") || before.endsWith("$ ") || before.endsWith("€") || before.endsWith("£");
        boolean trailing = decimals > 0 && (mention.endsWith("0") || (money && decimals == 2));
        return new NumberFormat(
                words,
                large || capital ? NINETY_NINE : TWELVE,
                capital,
                mention.indexOf(',') >= 0,
                trailing ? decimals : 0,
                Math.max(decimals, 2),
                money);
    }

    String write(Rational value) {
        if (words && value.isWhole() && value.signum() > 0 && value.compareTo(Rational.of(mostInWords)) <= 0) {
            var text = NumberWords.write(value.numerator().intValueExact());
            return capital ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
        }
        if (value.isWhole() && decimals == 0 && !commas && value.numerator().bitLength() < 14) {
            return value.numerator().toString();
        }
        var decimal = value.toDecimal(rounded);
        if (decimal.stripTrailingZeros().scale() > 0 || decimals > 0) {
            int least = money && decimal.stripTrailingZeros().scale() > 0 ? Math.max(2, decimals) : decimals;
            var plain = ProgramText.plain(decimal);
            decimal = plain.scale() < least ? plain.setScale(least, RoundingMode.UNNECESSARY) : plain;
        } else {
            decimal = ProgramText.plain(decimal);
        }
        return grouped(decimal);
    }

    private String grouped(BigDecimal decimal) {
        var text = decimal.toPlainString();
        if (!commas && decimal.abs().compareTo(WITH_COMMAS) < 0) {
            return text;
        }
        int point = text.indexOf('.');
        var result = new StringBuilder(text);
        for (int at = (point < 0 ? text.length() : point) - 3; at > (text.startsWith("-") ? 1 : 0); at -= 3) {
            result.insert(at, ',');
        }
        return result.toString();
    }
}
