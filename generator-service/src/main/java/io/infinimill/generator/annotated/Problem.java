package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question with its numbers and the words around each. */
final class Problem {

    private static final Pattern DEFINITE = Pattern.compile(
            "(?i)\\b(?:the|these|those|all|its|after|every|of (?:the|these|those|his|her|their))\\s(?:same |all )?\\$?$");
    /** More than the longest match of {@link #DEFINITE}. */
    private static final int BEFORE = 24;

    private static final int WINDOW = 12;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+(?:['’][a-z]+)?|\\d+|[,;]");

    final String text;
    final String lower;
    final List<TextNumber> numbers;
    final List<Sentences.Span> sentences;
    private final List<Map<String, Double>> near = new ArrayList<>();
    private final List<List<String>> right = new ArrayList<>();
    private final List<List<String>> left = new ArrayList<>();
    private final Map<String, Integer> spread = new HashMap<>();
    private final List<Integer> originals = new ArrayList<>();
    private @Nullable Set<Integer> lists;

    Problem(String text) {
        this(text, TextNumbers.ofQuestion(text));
    }

    Problem(String text, List<TextNumber> numbers) {
        this.text = text;
        this.numbers = numbers;
        lower = text.toLowerCase(Locale.ROOT);
        sentences = Sentences.of(text);
        for (var number : numbers) {
            var sentence = Sentences.around(sentences, number.start());
            var before = Words.stems(text.substring(Math.min(sentence.start(), number.start()), number.start()));
            var after = Words.stems(text.substring(number.end(), Math.max(sentence.end(), number.end())));
            right.add(Words.first(after, 4));
            left.add(Words.last(before, 4));
            Map<String, Double> words = new HashMap<>();
            weigh(text.substring(number.end(), Math.max(sentence.end(), number.end())), false, words);
            weigh(text.substring(Math.min(sentence.start(), number.start()), number.start()), true, words);
            near.add(words);
            originals.add(first(originals.size()));
            new HashSet<>(words.keySet()).forEach(word -> spread.merge(word, 1, Integer::sum));
        }
    }

    /** Words count less the farther they are, and much less beyond a comma or another number. */
    private static void weigh(String text, boolean backwards, Map<String, Double> words) {
        List<String> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        double weight = backwards ? 0.9 : 1;
        int seen = 0;
        for (var token : backwards ? tokens.reversed() : tokens) {
            if (!Character.isLetter(token.charAt(0))) {
                weight *= Character.isDigit(token.charAt(0)) ? 0.5 : 0.7;
            } else if (token.equals("and") || token.equals("while") || token.equals("but")) {
                weight *= 0.7;
            } else if (!Words.empty(token)) {
                words.merge(Words.stem(token), weight / (1 + seen / 4.0), Math::max);
                if (++seen > WINDOW) {
                    return;
                }
            }
        }
    }

    /** The words after a number, then those before it. */
    List<String> right(int number) {
        return right.get(number);
    }

    /** Whether both count or measure the same thing, as far as the word after each tells. */
    boolean alike(int number, int other) {
        return !right(number).isEmpty()
                && !right(other).isEmpty()
                && right(number).getFirst().equals(right(other).getFirst());
    }

    List<String> left(int number) {
        return left.get(number);
    }

    /** The first mention of the same quantity, such as that of "12 cakes" for "the 12 cakes", or the number itself. */
    int original(int number) {
        return originals.get(number);
    }

    /** How many things each of its lists has. */
    Set<Integer> lists() {
        var known = lists;
        if (known == null) {
            known = Counted.lists(text);
            lists = known;
        }
        return known;
    }

    private int first(int number) {
        var own = numbers.get(number);
        boolean definite = DEFINITE.matcher(text.substring(Math.max(0, own.start() - BEFORE), own.start()))
                .find();
        for (int i = 0; i < number; i++) {
            var other = numbers.get(i);
            boolean same = own.changeable()
                    && other.changeable()
                    && own.value().equals(other.value())
                    && own.plain()
                    && other.plain()
                    && own.percent() == other.percent()
                    && own.money() == other.money()
                    && !right.get(i).isEmpty()
                    && !right.get(number).isEmpty();
            if (same
                    && right.get(i).getFirst().equals(right.get(number).getFirst())
                    && (definite
                            || (hyphen(own)
                                    && hyphen(other)
                                    && Words.first(right.get(i), 2).equals(Words.first(right.get(number), 2))))) {
                return i;
            }
        }
        return number;
    }

    private boolean hyphen(TextNumber number) {
        return text.startsWith("-", number.end());
    }

    /** Whether a number is said to be dollars or cents in words. */
    boolean cash(int number) {
        return !right.get(number).isEmpty()
                && (right.get(number).getFirst().equals("dollar")
                        || right.get(number).getFirst().equals("cent"));
    }

    /** How well words around an operand speak of a number of the question. */
    double likeness(int number, Mention mention) {
        double score = 0;
        for (var word : near.get(number).entrySet()) {
            if (mention.words().contains(word.getKey())) {
                score += word.getValue() / spread.getOrDefault(word.getKey(), 1);
            }
        }
        score = Math.min(score, 2.5);
        score += 1.2 * common(mention.right(), right.get(number)) + 0.5 * common(mention.left(), left.get(number));
        return score;
    }

    static double common(List<String> some, List<String> others) {
        double found = 0;
        for (int i = 0; i < some.size(); i++) {
            int at = others.indexOf(some.get(i));
            if (at >= 0) {
                found += 1.0 / (1 + 0.4 * i + 0.4 * at);
            }
        }
        return Math.min(found, 1.6);
    }
}
