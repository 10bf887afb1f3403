package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a text, reduced to stems that compare across sentences. */
final class Words {

    static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:['’][a-z]+)?");

    private static final Set<String> EMPTY = Set.of(
            "a",
            "an",
            "the",
            "of",
            "to",
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
            "it",
            "its",
            "he",
            "she",
            "they",
            "them",
            "his",
            "her",
            "hers",
            "their",
            "him",
            "i",
            "you",
            "your",
            "my",
            "we",
            "our",
            "that",
            "this",
            "these",
            "those",
            "there",
            "so",
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
            "many",
            "much",
            "what",
            "which",
            "who",
            "when",
            "also",
            "because",
            "since",
            "therefore",
            "thus",
            "into",
            "x",
            "s",
            "t",
            "not",
            "just",
            "some",
            "any");

    private Words() {}

    static boolean empty(String word) {
        return EMPTY.contains(word.toLowerCase(Locale.ROOT));
    }

    static String stem(String word) {
        var stem = word.toLowerCase(Locale.ROOT).replaceAll("['’].*$", "");
        if (stem.length() > 4 && stem.endsWith("ies")) {
            return stem.substring(0, stem.length() - 3) + "y";
        }
        for (var ending : List.of("ches", "shes", "sses", "xes")) {
            if (stem.length() > 4 && stem.endsWith(ending)) {
                return stem.substring(0, stem.length() - 2);
            }
        }
        if (stem.length() > 5 && stem.endsWith("ing")) {
            return undouble(stem.substring(0, stem.length() - 3));
        }
        if (stem.length() > 4 && stem.endsWith("ed")) {
            return undouble(stem.substring(0, stem.length() - 2));
        }
        if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        return last > 2 && stem.charAt(last) == stem.charAt(last - 1) && stem.charAt(last) != 'l'
                ? stem.substring(0, last)
                : stem;
    }

    /** The stems of the words that mean something, in order. */
    static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (!empty(matcher.group())) {
                stems.add(stem(matcher.group()));
            }
        }
        return stems;
    }

    static Set<String> set(String text) {
        return new LinkedHashSet<>(stems(text));
    }

    static <T> List<T> first(List<T> list, int count) {
        return list.subList(0, Math.min(count, list.size()));
    }

    static <T> List<T> last(List<T> list, int count) {
        return list.subList(Math.max(0, list.size() - count), list.size());
    }
}
