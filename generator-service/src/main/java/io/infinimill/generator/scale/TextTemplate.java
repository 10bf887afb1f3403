package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders, each a name or an arithmetic expression over names, read once and filled many times. Each
 * number is written as the one that stood at its place in the original text, and the words around it agree with it.
 */
final class TextTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]+)}");

    /** Sentences are compared one by one, so that one in other words does not hide the originals of the rest. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?])\\s+|\\s*\\R\\s*");

    /** Longer mentions than {@code three hundred and sixty-five thousand} do not occur. */
    private static final int LONGEST_MENTION = 40;

    /**
     * The place of a number.
     *
     * @param literal the text before it
     * @param agreeing the text before it when the number is one and was not, or the reverse
     * @param following the text after it in that case; null where it stays
     * @param ordinal the text after it where a suffix such as {@code th} makes it an ordinal, else null
     * @param verbatim what stood there where it is no number in digits or words, else null
     */
    private record Slot(
            Expression number,
            String literal,
            String agreeing,
            @Nullable String following,
            @Nullable String ordinal,
            boolean article,
            boolean one,
            NumberFormat format,
            @Nullable String verbatim,
            @Nullable Rational original) {}

    private final List<Slot> slots = new ArrayList<>();
    private final String end;

    /**
     * @param original the text with the seed's numbers, or null
     * @param values the seed's numbers
     */
    TextTemplate(String text, @Nullable String original, Map<String, Rational> values) {
        var numbers = new ArrayList<Expression>();
        var literals = new ArrayList<String>();
        cut(text, numbers, literals);
        end = literals.getLast();
        var mentions = mentions(text, original, values);
        for (int i = 0; i < numbers.size(); i++) {
            slots.add(slot(numbers.get(i), literals.get(i), literals.get(i + 1), mentions.get(i), values));
        }
    }

    private static void cut(String text, List<Expression> numbers, List<String> literals) {
        var matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            try {
                var number = Expression.parse(matcher.group(1));
                if (!number.names().isEmpty()) {
                    literals.add(text.substring(from, matcher.start()));
                    numbers.add(number);
                    from = matcher.end();
                }
            } catch (IllegalArgumentException _) {
                // braces of the text itself
            }
        }
        literals.add(text.substring(from));
    }

    /** The names whose original mention is no plain number, such as {@code twice}: they cannot change. */
    Set<String> verbatim() {
        var names = new HashSet<String>();
        slots.stream()
                .filter(slot -> slot.verbatim() != null)
                .forEach(slot -> names.addAll(slot.number().names()));
        return names;
    }

    Set<String> names() {
        var names = new HashSet<String>();
        slots.forEach(slot -> names.addAll(slot.number().names()));
        return names;
    }

    String fill(Map<String, Rational> values) {
        var text = new StringBuilder();
        String carried = null;
        for (var slot : slots) {
            var value = value(slot.number(), values);
            if (value == null) {
                throw new IllegalArgumentException("the text uses '%s', which has no value"
                        .formatted(slot.number().print()));
            }
            boolean turned = Agreement.isOne(value) != slot.one();
            var number = slot.verbatim() != null && value.equals(slot.original())
                    ? slot.verbatim()
                    : slot.format().write(value);
            var before = carried == null ? slot.literal() : carried;
            if (turned && !slot.agreeing().equals(slot.literal())) {
                before = Agreement.before(before, Agreement.isOne(value));
            }
            text.append(slot.article() ? Agreement.article(before, number) : before)
                    .append(number);
            carried = slot.ordinal() != null
                    ? Agreement.ordinal(slot.ordinal(), value)
                    : turned ? slot.following() : null;
        }
        return text.append(carried == null ? end : carried).toString();
    }

    private static Slot slot(
            Expression number, String literal, String next, @Nullable String mention, Map<String, Rational> values) {
        var original = value(number, values);
        boolean one = original != null && Agreement.isOne(original);
        var read = mention == null ? null : NumberWords.read(mention);
        boolean plain = mention == null || (read != null && (original == null || read.equals(original)));
        boolean article = Agreement.endsWithArticle(literal);
        var following = article || Agreement.isMoney(literal) ? next : Agreement.after(next, !one);
        return new Slot(
                number,
                literal,
                Agreement.before(literal, !one),
                following.equals(next) ? null : following,
                Agreement.startsOrdinal(next) ? next : null,
                article,
                one,
                NumberFormat.of(mention != null && plain ? mention : "", literal),
                plain ? null : mention,
                original);
    }

    private static @Nullable Rational value(Expression number, Map<String, Rational> values) {
        return values.keySet().containsAll(number.names()) ? number.evaluate(values) : null;
    }

    /** What stood at each placeholder, where the original has the same sentence. */
    private static List<@Nullable String> mentions(
            String text, @Nullable String original, Map<String, Rational> values) {
        List<@Nullable String> mentions = new ArrayList<>();
        var sentences = original == null ? new String[0] : BETWEEN.split(original.strip());
        int next = 0;
        for (var part : BETWEEN.split(text.strip())) {
            var numbers = new ArrayList<Expression>();
            var literals = new ArrayList<String>();
            cut(part, numbers, literals);
            List<String> found = null;
            for (int i = 0; i < sentences.length && found == null; i++) {
                int at = (next + i) % sentences.length;
                found = mentions(sentences[at], numbers, literals, values);
                next = found == null ? next : at + 1;
            }
            for (int i = 0; i < numbers.size(); i++) {
                mentions.add(found == null ? null : found.get(i));
            }
        }
        return mentions;
    }

    /** What stood at the placeholders of a sentence: found by the literal text around, preferring what reads as the value. */
    private static @Nullable List<String> mentions(
            String original, List<Expression> numbers, List<String> literals, Map<String, Rational> values) {
        if (!original.startsWith(literals.getFirst()) || !original.endsWith(literals.getLast())) {
            return null;
        }
        List<String> mentions = new ArrayList<>();
        int at = literals.getFirst().length();
        for (int i = 0; i < numbers.size(); i++) {
            int stop = end(original, at, literals.get(i + 1), i == numbers.size() - 1, value(numbers.get(i), values));
            if (stop < 0) {
                return null;
            }
            mentions.add(original.substring(at, stop));
            at = stop + literals.get(i + 1).length();
        }
        return at == original.length() ? mentions : null;
    }

    private static int end(String original, int at, String next, boolean last, @Nullable Rational value) {
        if (last) {
            int stop = original.length() - next.length();
            return stop > at && stop <= at + LONGEST_MENTION ? stop : -1;
        }
        int first = -1;
        for (int stop = original.indexOf(next, at + 1);
                stop > 0 && stop <= at + LONGEST_MENTION;
                stop = original.indexOf(next, stop + 1)) {
            first = first < 0 ? stop : first;
            if (value == null || value.equals(NumberWords.read(original.substring(at, stop)))) {
                return stop;
            }
        }
        return first;
    }
}
