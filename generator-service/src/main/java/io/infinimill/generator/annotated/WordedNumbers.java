package io.infinimill.generator.annotated;

import io.infinimill.generator.scale.NumberWords;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds {@code twenty-five}, {@code three hundred} and {@code two-thirds} in a text. */
final class WordedNumbers {

    private static final String UNIT = "(?:" + String.join("|", NumberWords.SMALL) + ")";
    private static final String SIMPLE = "(?:(?:" + String.join("|", NumberWords.TENS)
            + ")(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
            + String.join("|", NumberWords.SMALL.reversed()) + ")";

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

    private WordedNumbers() {}

    /** How many of the named part make a whole. */
    static int part(String name) {
        var singular = name.toLowerCase(Locale.ROOT);
        return PARTS.getOrDefault(singular, 1);
    }

    static int count(String word) {
        int value = NumberWords.value(word.toLowerCase(Locale.ROOT));
        return value < 0 ? 1 : value;
    }
}
