package io.infinimill.generator.annotated;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says what a program is for: what the question asks, without its numbers. */
final class Purpose {

    private Purpose() {}

    /** What a question asks, without its numbers. */
    static String of(String question, String function) {
        var text = question.replaceAll("\\s+", " ").strip();
        var asked = Pattern.compile(
                        "(?i)(?:\\b(?:in|for|by|at|to|of|after) )?\\b(?:how (?:many|much|long|far|old|tall|fast|big|large)|what|calculate|find|determine)\\b.*")
                .matcher(text);
        if (asked.find()) {
            text = asked.group();
        }
        text = text.replaceAll(
                        "(?i)\\b(the|these|those|all|his|her|their|its|first|last|next|other) " + Comments.NUMBER
                                + "(?=[ -])",
                        "$1")
                .replaceAll("[$€£] ?" + TextNumbers.DIGITS, "the given price")
                .replaceAll(TextNumbers.DIGITS + "(?: ?%| percent)", "the given percentage")
                .replaceAll("(?i)(?<![\\w.])" + Comments.NUMBER + "(?= [a-z]+s\\b)", "the given number of")
                .replaceAll("(?i)(?<![\\w.])" + Comments.NUMBER + "[ -]?", " ")
                .replaceAll("\\s+", " ")
                .strip();
        text = text.isEmpty() || Comments.ANY_NUMBER.matcher(text).find()
                ? "how to compute " + function.replace('_', ' ')
                : text;
        return Comments.shortened(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
    }
}
