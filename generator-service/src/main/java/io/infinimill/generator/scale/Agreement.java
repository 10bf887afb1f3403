package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of the text around a number depends on the number: the noun and verb after it, the verb and article before it. */
final class Agreement {

    private static final Map<String, String> PLURAL_VERBS =
            Map.of("are", "is", "were", "was", "have", "has", "do", "does", "aren't", "isn't", "weren't", "wasn't");
    private static final Map<String, String> SINGULAR_VERBS =
            Map.of("is", "are", "was", "were", "has", "have", "does", "do", "isn't", "aren't", "wasn't", "weren't");

    /** Words that may stand between a number and its noun, and words that end the phrase. */
    private static final Set<String> STOPS = Set.of(
            "and",
            "or",
            "of",
            "in",
            "on",
            "at",
            "to",
            "for",
            "from",
            "with",
            "by",
            "is",
            "are",
            "was",
            "were",
            "each",
            "per",
            "a",
            "an",
            "the",
            "every",
            "as",
            "than",
            "if",
            "but",
            "he",
            "she",
            "they",
            "it",
            "his",
            "her",
            "their",
            "that",
            "which",
            "who",
            "how",
            "so",
            "then",
            "after",
            "before",
            "during",
            "when",
            "had",
            "has",
            "have",
            "left",
            "remaining",
            "away",
            "ago",
            "later",
            "now",
            "too",
            "today",
            "apart",
            "total",
            "less",
            "long",
            "longer",
            "old",
            "older",
            "younger",
            "tall",
            "taller",
            "short",
            "shorter",
            "high",
            "higher",
            "lower",
            "wide",
            "deep",
            "heavier",
            "lighter",
            "faster",
            "slower",
            "early",
            "earlier",
            "late");

    /** Words that end the phrase unless they begin it: {@code 1 foot more}, but {@code 1 more foot}. */
    private static final Set<String> COMPARISONS = Set.of("more", "fewer", "extra");

    private static final int FARTHEST = 4;

    private static final Pattern WORD = Pattern.compile("([ ]?)([A-Za-z']+)");
    private static final Pattern VERB_AFTER = Pattern.compile("^( )([a-z']+)\\b");
    private static final Pattern THERE =
            Pattern.compile("\\b([Tt]here )(are|were|is|was)((?: only| about| still| exactly| also| already)? \\$?)$");
    private static final Pattern ARTICLE = Pattern.compile("(?:^|(?<=\\W))([Aa])n?( \\$?)$");
    private static final Pattern ORDINAL = Pattern.compile("^(?:st|nd|rd|th)(s?)\\b");
    private static final Pattern VOWEL_SOUND =
            Pattern.compile("(?:8.*|1[18]|1[18](?:,?\\d{3})+(?:\\D.*)?|1[18]\\.\\d+|(?i:eight.*|eleven.*))");

    private Agreement() {}

    /** The text after a number that becomes one where it was more, or more where it was one. */
    static String after(String text, boolean one) {
        var matcher = WORD.matcher(text);
        int at = 0;
        for (int i = 0; i < FARTHEST && matcher.find() && matcher.start() == at; i++) {
            var word = matcher.group(2);
            if (matcher.group(1).isEmpty() || STOPS.contains(word)) {
                return text;
            }
            boolean last = i == FARTHEST - 1 || endsPhrase(text, matcher.end());
            if (one ? Nouns.isPlural(word) : last && !word.endsWith("ed")) {
                var noun = one ? Nouns.singular(word) : Nouns.plural(word);
                return text.substring(0, matcher.start(2)) + noun + verb(text.substring(matcher.end()), one);
            }
            at = matcher.end();
        }
        return text;
    }

    /** The text before such a number. */
    static String before(String text, boolean one) {
        var matcher = THERE.matcher(text);
        var verbs = one ? PLURAL_VERBS : SINGULAR_VERBS;
        return matcher.find()
                ? matcher.replaceFirst(Matcher.quoteReplacement(
                        matcher.group(1) + verbs.getOrDefault(matcher.group(2), matcher.group(2)) + matcher.group(3)))
                : text;
    }

    static boolean endsWithArticle(String text) {
        return ARTICLE.matcher(text).find();
    }

    /** The text before a number with the article the number asks for. */
    static String article(String text, String number) {
        var matcher = ARTICLE.matcher(text);
        return matcher.find() ? matcher.replaceFirst(VOWEL_SOUND.matcher(number).matches() ? "$1n$2" : "$1$2") : text;
    }

    static boolean startsOrdinal(String text) {
        return ORDINAL.matcher(text).lookingAt();
    }

    /** The text after a number with the suffix that makes the number an ordinal. */
    static String ordinal(String text, Rational value) {
        int last = value.numerator().abs().mod(BigInteger.valueOf(100)).intValueExact();
        var suffix = last / 10 == 1
                ? "th"
                : switch (last % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return ORDINAL.matcher(text).replaceFirst(suffix + "$1");
    }

    static boolean isMoney(String text) {
        return text.endsWith("$") || text.endsWith("$ ");
    }

    static boolean isOne(Rational value) {
        return value.equals(Rational.ONE);
    }

    private static boolean endsPhrase(String text, int at) {
        var matcher = WORD.matcher(text);
        return !(matcher.find(at) && matcher.start() == at && !matcher.group(1).isEmpty())
                || STOPS.contains(matcher.group(2))
                || COMPARISONS.contains(matcher.group(2));
    }

    private static String verb(String rest, boolean one) {
        var matcher = VERB_AFTER.matcher(rest);
        if (!matcher.find()) {
            return rest;
        }
        var other = (one ? PLURAL_VERBS : SINGULAR_VERBS).get(matcher.group(2));
        return other == null ? rest : " " + other + rest.substring(matcher.end());
    }
}
