package io.infinimill.generator.taught;

import io.infinimill.generator.scale.NumberWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers as a problem writes them: in digits, in words, as a share, or implied by a word such as {@code twice}. */
public final class Numbers {

    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\w.])-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|(?<![\\w.])\\.\\d+");
    private static final Pattern FRACTION = Pattern.compile("(\\d+) ?/ ?(\\d+)");
    private static final String BELOW_HUNDRED = "(?:(?:%s)(?:[- ](?:%s))?|%s)"
            .formatted(
                    String.join("|", NumberWords.TENS),
                    String.join("|", NumberWords.SMALL.subList(1, 10)),
                    String.join("|", NumberWords.SMALL));
    private static final Pattern WORDS = Pattern.compile(
            "\\b%1$s(?: hundred(?:(?: and)? %1$s)?)?(?: thousand)?\\b".formatted(BELOW_HUNDRED),
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> IMPLIED = Map.ofEntries(
            Map.entry("half", "0.5"),
            Map.entry("twice", "2"),
            Map.entry("double", "2"),
            Map.entry("doubled", "2"),
            Map.entry("thrice", "3"),
            Map.entry("triple", "3"),
            Map.entry("tripled", "3"),
            Map.entry("quarter", "0.25"),
            Map.entry("dozen", "12"),
            Map.entry("couple", "2"),
            Map.entry("pair", "2"),
            Map.entry("once", "1"),
            Map.entry("a", "1"),
            Map.entry("an", "1"));

    private static final Pattern PART = Pattern.compile(
            "\\b(?:%s|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|quarters|halves|dozens|pairs|%s)\\b"
                    .formatted(
                            IMPLIED.keySet().stream()
                                    .filter(word -> word.length() > 2)
                                    .collect(Collectors.joining("|")),
                            "hundred|thousand|million|billion"),
            Pattern.CASE_INSENSITIVE);

    private Numbers() {}

    /** A place in a text. */
    record Span(int start, int end) {}

    static List<BigDecimal> digits(String text) {
        var numbers = new ArrayList<BigDecimal>();
        var matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            numbers.add(new BigDecimal(matcher.group().replace(",", "")));
        }
        return numbers;
    }

    /** Every number of a text, in digits or in words; {@code one} is left out, which most often is no number. */
    public static List<BigDecimal> all(String text) {
        var numbers = new ArrayList<>(digits(text));
        var matcher = WORDS.matcher(text);
        while (matcher.find()) {
            var number = word(matcher.group());
            if (number != null && number.compareTo(BigDecimal.ONE) > 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** How many numbers the text has at most, with those that are implied; an article is none. */
    static int most(String text) {
        return (int) (DIGITS.matcher(text).results().count()
                + WORDS.matcher(text).results().count()
                + PART.matcher(text).results().count());
    }

    /** Where the number itself stands in a mention such as {@code $12}, or null where the mention has it otherwise. */
    static @Nullable Span bare(String mention, BigDecimal value) {
        var matcher = DIGITS.matcher(mention);
        Span only = null;
        while (matcher.find()) {
            if (only != null) {
                return null;
            }
            only = new Span(matcher.start(), matcher.end());
        }
        if (only != null) {
            var number =
                    new BigDecimal(mention.substring(only.start(), only.end()).replace(",", ""));
            return number.compareTo(value) == 0 ? only : null;
        }
        var word = word(mention);
        return word != null && word.compareTo(value) == 0 ? new Span(0, mention.length()) : null;
    }

    /** Whether the mention can be read as this value at all. */
    static boolean says(String mention, BigDecimal value) {
        if (bare(mention, value) != null) {
            return true;
        }
        var text = mention.strip().toLowerCase(Locale.ROOT);
        var implied = IMPLIED.get(text);
        if (implied != null && new BigDecimal(implied).compareTo(value) == 0) {
            return true;
        }
        var fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            var below = new BigDecimal(fraction.group(2));
            return below.signum() != 0
                    && new BigDecimal(fraction.group(1))
                                    .divide(below, MathContext.DECIMAL32)
                                    .subtract(value)
                                    .abs()
                                    .compareTo(new BigDecimal("0.001"))
                            < 0;
        }
        var digits = digits(text);
        return digits.size() == 1
                && text.contains("%")
                && digits.getFirst().movePointLeft(2).compareTo(value) == 0;
    }

    /** {@code three hundred and sixty-five} and the like, below a million; null for anything else. */
    static @Nullable BigDecimal word(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).replace("-", " ").split("\\s+");
        long thousands = 0;
        long below = 0;
        boolean any = false;
        for (var word : words) {
            int value = NumberWords.value(word);
            if (value >= 0) {
                below += value;
            } else if (word.equals("hundred") && any) {
                below *= 100;
            } else if (word.equals("thousand") && any) {
                thousands = below * 1000;
                below = 0;
            } else if (!word.equals("and") || !any) {
                return null;
            }
            any = true;
        }
        return any ? BigDecimal.valueOf(thousands + below) : null;
    }
}
