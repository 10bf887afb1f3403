package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts short noun phrases out of sentences, for names. */
final class Phrases {

    private static final Set<String> STOPS = Set.of(
            "in",
            "on",
            "at",
            "and",
            "or",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "he",
            "she",
            "they",
            "it",
            "i",
            "we",
            "you",
            "that",
            "which",
            "who",
            "then",
            "than",
            "with",
            "for",
            "from",
            "by",
            "as",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "if",
            "but",
            "how",
            "what",
            "when",
            "because",
            "since",
            "so",
            "to",
            "into",
            "while",
            "after",
            "before",
            "during",
            "until",
            "through",
            "where",
            "whose",
            "not",
            "also",
            "only",
            "should",
            "must",
            "may",
            "about",
            "over",
            "under",
            "out",
            "up",
            "down",
            "off",
            "back",
            "away",
            "there",
            "here",
            "together");
    private static final Set<String> SKIPS = Set.of(
            "the",
            "a",
            "an",
            "of",
            "his",
            "her",
            "their",
            "its",
            "my",
            "our",
            "your",
            "these",
            "those",
            "this",
            "more",
            "other",
            "such",
            "same",
            "total",
            "different",
            "new",
            "them",
            "him",
            "me",
            "some",
            "all",
            "additional",
            "extra",
            "another",
            "very",
            "just",
            "still",
            "already");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+(?:['’-][A-Za-z]+)*|\\S");

    private Phrases() {}

    /** The noun phrase that follows a number: {@code of her friends in April} gives friends. */
    static String after(String text, int most) {
        List<String> words = new ArrayList<>();
        var tokens = TOKEN.matcher(text.stripLeading());
        boolean of = false;
        while (tokens.find() && words.size() < most) {
            var token = tokens.group().toLowerCase(Locale.ROOT).replaceAll("['’]s?$", "");
            if (token.isEmpty() || !Character.isLetter(token.charAt(0))) {
                if (words.isEmpty() && (token.equals("-") || token.equals("%"))) {
                    continue;
                }
                break;
            }
            boolean rate = token.equals("per")
                    || token.equals("each")
                    || token.equals("every")
                    || ((token.equals("a") || token.equals("an")) && !of);
            if (rate && tokens.find() && Character.isLetter(tokens.group().charAt(0))) {
                if (!token.equals("each") || !STOPS.contains(tokens.group().toLowerCase(Locale.ROOT))) {
                    words.add("per");
                    words.add(tokens.group().toLowerCase(Locale.ROOT));
                }
                break;
            }
            if (STOPS.contains(token)) {
                break;
            }
            if (token.equals("of")) {
                of = true;
                continue;
            }
            if (!SKIPS.contains(token)) {
                if (of && !words.isEmpty()) {
                    words.add("of");
                }
                words.add(token);
                of = false;
            }
        }
        return String.join(" ", words);
    }

    /** The last words with a meaning, of those before a number. */
    static String before(String text, int most) {
        List<String> words = new ArrayList<>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var token = tokens.group().toLowerCase(Locale.ROOT).replaceAll("['’]s?$", "");
            if (!token.isEmpty()
                    && Character.isLetter(token.charAt(0))
                    && !STOPS.contains(token)
                    && !SKIPS.contains(token)) {
                words.add(token);
            }
        }
        return String.join(" ", Words.last(words, most));
    }
}
