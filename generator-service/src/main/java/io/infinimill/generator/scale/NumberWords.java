package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in words, such as {@code twenty-five}; both ways for 0 to 99, reading also for hundreds and thousands. */
public final class NumberWords {

    /** The words for 0 to 19. */
    public static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    /** The words for 20, 30 and so on to 90. */
    public static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final Pattern SEPARATOR = Pattern.compile("[ -]+");

    private NumberWords() {}

    /** The words for 0 to 99. */
    static String write(int value) {
        if (value < SMALL.size()) {
            return SMALL.get(value);
        }
        var tens = TENS.get(value / 10 - 2);
        return value % 10 == 0 ? tens : tens + "-" + SMALL.get(value % 10);
    }

    /** What a mention in digits or words says, or null when it is neither. */
    public static @Nullable Rational read(String mention) {
        var text = mention.strip();
        if (text.matches("-?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?") && text.matches(".*\\d.*")) {
            return Rational.of(new BigDecimal(text.replace(",", "")));
        }
        long total = 0;
        long part = 0;
        for (var word : SEPARATOR.split(text.toLowerCase(Locale.ROOT))) {
            switch (word) {
                case "a" -> part = 1;
                case "and" -> {}
                case "hundred" -> part = Math.max(part, 1) * 100;
                case "thousand" -> {
                    total += Math.max(part, 1) * 1000;
                    part = 0;
                }
                case "million" -> {
                    total += Math.max(part, 1) * 1_000_000;
                    part = 0;
                }
                default -> {
                    int value = value(word);
                    if (value < 0) {
                        return null;
                    }
                    part += value;
                }
            }
        }
        return Rational.of(total + part);
    }

    /** What one word of {@link #SMALL} or {@link #TENS} says, or -1. */
    public static int value(String word) {
        int tens = TENS.indexOf(word);
        return tens < 0 ? SMALL.indexOf(word) : 20 + 10 * tens;
    }
}
