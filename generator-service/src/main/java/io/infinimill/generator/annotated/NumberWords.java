package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code twenty-five} and {@code three hundred}. */
final class NumberWords {

    private static final String[] SMALL = {
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
        "nineteen"
    };
    private static final String[] TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    private static final Map<String, Integer> VALUES = values();

    private static final String UNIT = "(?:" + String.join("|", SMALL) + ")";
    private static final String SIMPLE =
            "(?:(?:" + String.join("|", TENS) + ")(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
                    + String.join("|", Arrays.asList(SMALL).reversed()) + ")";

    /** A number in words; group 0. A lone "one" is matched as well, its reader leaves it alone. */
    static final String PATTERN = "\\b(?:(?:a|" + SIMPLE + ")[ -](?:hundred|thousand|million)(?:(?: and)?[ -]" + SIMPLE
            + "(?:[ -](?:hundred|thousand))?)*|" + SIMPLE + ")\\b";

    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("third", 3),
            Map.entry("quarter", 4),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("twelfth", 12));

    /** A fraction in words such as {@code two-thirds}: group 1 counts, group 2 names the part. */
    static final Pattern FRACTION = Pattern.compile(
            "\\b(" + UNIT
                    + "|a|an)[ -](half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)s?\\b",
            Pattern.CASE_INSENSITIVE);

    private NumberWords() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < SMALL.length; i++) {
            values.put(SMALL[i], i);
        }
        for (int i = 0; i < TENS.length; i++) {
            values.put(TENS[i], 20 + 10 * i);
        }
        return values;
    }

    static Rational read(String words) {
        long total = 0;
        long part = 0;
        for (var word : words.toLowerCase(Locale.ROOT).split("[ -]+")) {
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
                default -> part += VALUES.getOrDefault(word, 0);
            }
        }
        return Rational.of(total + part);
    }

    /** How many of the named part make a whole. */
    static int part(String name) {
        var singular = name.toLowerCase(Locale.ROOT);
        return PARTS.getOrDefault(singular, 1);
    }

    static int count(String word) {
        return VALUES.getOrDefault(word.toLowerCase(Locale.ROOT), 1);
    }
}
