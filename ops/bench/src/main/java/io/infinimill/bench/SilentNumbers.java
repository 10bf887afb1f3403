package io.infinimill.bench;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers that a text brings without writing them, and the words that bring them. */
final class SilentNumbers {

    private static final Map<String, Pattern> WORDS = Map.ofEntries(
            Map.entry("1", Pattern.compile("\\b(one|an?|once)\\b")),
            Map.entry(
                    "2",
                    Pattern.compile(
                            "half|halv|twice|doubl|pair|both|couple|semi|twin|second|\\btwo\\b|either|eyes|\\blegs")),
            Map.entry("3", Pattern.compile("triple|third|thrice|\\bthree\\b|triang")),
            Map.entry("4", Pattern.compile("quarter|fourth|\\bfour\\b|season|square|rectang|\\blegs|wheels|tires")),
            Map.entry("5", Pattern.compile("fifth|\\bfive\\b|nickel|weekday|school")),
            Map.entry("7", Pattern.compile("week|daily|\\bdays?\\b")),
            Map.entry("10", Pattern.compile("tenth|dime|decade|\\bten\\b|century")),
            Map.entry("12", Pattern.compile("dozen|year|month|annual|foot|feet|inch|noon")),
            Map.entry("24", Pattern.compile("\\bday|hour|daily")),
            Map.entry("60", Pattern.compile("hour|minute|second")),
            Map.entry("100", Pattern.compile("%|percent|\\bcents?\\b|penn(y|ies)|century|meter|metre")));

    private SilentNumbers() {}

    /** Whether some word of the text brings the number. */
    static boolean named(BigDecimal number, String text) {
        return count(number, text) > 0;
    }

    /** How many words of the text bring the number. */
    static long count(BigDecimal number, String text) {
        var words = WORDS.get(number.stripTrailingZeros().toPlainString());
        return words == null ? 0 : words.matcher(text).results().count();
    }

    /** Whether texts bring this number at all. */
    static boolean known(BigDecimal number) {
        return WORDS.containsKey(number.stripTrailingZeros().toPlainString());
    }
}
