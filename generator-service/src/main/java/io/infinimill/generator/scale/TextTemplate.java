package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders, read once and filled many times. Each number is written as the one that stood at its place
 * in the original text, and the words around it agree with it.
 */
final class TextTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

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
            String name,
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
        var names = new ArrayList<String>();
        var literals = new ArrayList<String>();
        var matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literals.add(text.substring(from, matcher.start()));
            names.add(matcher.group(1));
            from = matcher.end();
        }
        literals.add(text.substring(from));
        end = literals.getLast();
        var mentions = mentions(original, names, literals, values);
        for (int i = 0; i < names.size(); i++) {
            slots.add(slot(names.get(i), literals.get(i), literals.get(i + 1), mentions.get(i), values));
        }
    }

    /** The names whose original mention is no plain number, such as {@code twice}: they cannot change. */
    Set<String> verbatim() {
        var names = new HashSet<String>();
        slots.stream().filter(slot -> slot.verbatim() != null).forEach(slot -> names.add(slot.name()));
        return names;
    }

    Set<String> names() {
        var names = new HashSet<String>();
        slots.forEach(slot -> names.add(slot.name()));
        return names;
    }

    String fill(Map<String, Rational> values) {
        var text = new StringBuilder();
        String carried = null;
        for (var slot : slots) {
            var value = values.get(slot.name());
            if (value == null) {
                throw new IllegalArgumentException("the text uses '%s', which has no value".formatted(slot.name()));
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
            String name, String literal, String next, @Nullable String mention, Map<String, Rational> values) {
        var original = values.get(name);
        boolean one = original != null && Agreement.isOne(original);
        var read = mention == null ? null : NumberWords.read(mention);
        boolean plain = mention == null || (read != null && (original == null || read.equals(original)));
        boolean article = Agreement.endsWithArticle(literal);
        var following = article || Agreement.isMoney(literal) ? next : Agreement.after(next, !one);
        return new Slot(
                name,
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

    /** What stood at each placeholder: found by the literal text around it, preferring what reads as the value. */
    private static List<@Nullable String> mentions(
            @Nullable String original, List<String> names, List<String> literals, Map<String, Rational> values) {
        List<@Nullable String> mentions = new ArrayList<>();
        int at = original == null || !original.startsWith(literals.getFirst())
                ? -1
                : literals.getFirst().length();
        for (int i = 0; i < names.size(); i++) {
            int stop = at < 0 || original == null
                    ? -1
                    : end(original, at, literals.get(i + 1), i == names.size() - 1, values.get(names.get(i)));
            mentions.add(stop < 0 || original == null ? null : original.substring(at, stop));
            at = stop < 0 ? -1 : stop + literals.get(i + 1).length();
        }
        return mentions;
    }

    private static int end(String original, int at, String next, boolean last, @Nullable Rational value) {
        if (last && next.isEmpty()) {
            return original.length();
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
