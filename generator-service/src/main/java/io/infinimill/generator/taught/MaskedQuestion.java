package io.infinimill.generator.taught;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A general question laid over the problem that it was made from: the words must be the same, and at each placeholder the
 * problem must have the variable's number.
 *
 * @param text the problem with bare numbers replaced; signs and units stay outside of the placeholders
 * @param places where in the problem each variable stands, in its order of first appearance
 * @param left numbers in digits that were not replaced
 */
record MaskedQuestion(String text, Map<String, Integer> places, Set<BigDecimal> left) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int LONGEST_MENTION = 40;

    static MaskedQuestion of(String question, String generalQuestion, Map<String, BigDecimal> values) throws Unfit {
        var original = spaced(question);
        if (original.contains("{") || original.contains("}")) {
            throw new Unfit("braces", "the problem has braces, which mark placeholders");
        }
        var names = new ArrayList<String>();
        var literals = literals(spaced(generalQuestion), names);
        for (var name : names) {
            if (!values.containsKey(name)) {
                throw new Unfit(
                        "unknown_placeholder", "{%s} is none of the variables %s".formatted(name, values.keySet()));
            }
        }
        if (!original.startsWith(literals.getFirst())) {
            throw changed(literals.getFirst(), original);
        }
        var text = new StringBuilder(literals.getFirst());
        var places = new LinkedHashMap<String, Integer>();
        int at = literals.getFirst().length();
        for (int i = 0; i < names.size(); i++) {
            var value = Objects.requireNonNull(values.get(names.get(i)));
            var next = literals.get(i + 1);
            int stop = stop(original, at, next, i == names.size() - 1, value);
            if (stop < 0) {
                throw changed(next, original.substring(at));
            }
            places.putIfAbsent(names.get(i), at);
            text.append(masked(original.substring(at, stop), names.get(i), value))
                    .append(next);
            at = stop + next.length();
        }
        if (at != original.length()) {
            throw changed("the end", original.substring(at));
        }
        var left = new HashSet<BigDecimal>();
        literals.forEach(literal -> left.addAll(Numbers.digits(literal)));
        return new MaskedQuestion(text.toString(), places, left);
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static List<String> literals(String text, List<String> names) {
        var literals = new ArrayList<String>();
        var matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literals.add(text.substring(from, matcher.start()));
            names.add(matcher.group(1));
            from = matcher.end();
        }
        literals.add(text.substring(from));
        return literals;
    }

    /** Where the mention that begins at {@code at} ends: before the next literal, preferring a mention of the value. */
    private static int stop(String original, int at, String next, boolean last, BigDecimal value) {
        if (last && next.isEmpty()) {
            return original.length() - at <= LONGEST_MENTION ? original.length() : -1;
        }
        int first = -1;
        for (int stop = original.indexOf(next, at + 1);
                stop > at && stop <= at + LONGEST_MENTION;
                stop = original.indexOf(next, stop + 1)) {
            boolean whole = !last || stop + next.length() == original.length();
            if (whole && Numbers.says(original.substring(at, stop), value)) {
                return stop;
            }
            first = first < 0 && whole ? stop : first;
        }
        return first;
    }

    private static String masked(String mention, String name, BigDecimal value) throws Unfit {
        var placeholder = "{" + name + "}";
        var bare = Numbers.bare(mention, value);
        if (bare != null) {
            return mention.substring(0, bare.start()) + placeholder + mention.substring(bare.end());
        }
        if (Numbers.says(mention, value)) {
            return placeholder;
        }
        throw new Unfit(
                "value_not_in_question",
                "%s is said to be %s, but the problem has '%s' there".formatted(name, value.toPlainString(), mention));
    }

    private static Unfit changed(String expected, @Nullable String found) {
        return new Unfit(
                "question_changed",
                "the general question is not the problem with its numbers replaced: '%s' is not at '%s'"
                        .formatted(start(expected), start(String.valueOf(found))));
    }

    private static String start(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
