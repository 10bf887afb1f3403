package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A question with its numbers and the words around each. */
final class Problem {

    private static final int WINDOW = 12;

    final String text;
    final String lower;
    final List<TextNumber> numbers;
    final List<Sentences.Span> sentences;
    private final List<Map<String, Double>> near = new ArrayList<>();
    private final List<List<String>> right = new ArrayList<>();
    private final List<List<String>> left = new ArrayList<>();
    private final Map<String, Integer> spread = new HashMap<>();

    Problem(String text) {
        this.text = text;
        lower = text.toLowerCase(Locale.ROOT);
        numbers = TextNumbers.ofQuestion(text);
        sentences = Sentences.of(text);
        for (var number : numbers) {
            var sentence = Sentences.around(sentences, number.start());
            var before = Words.stems(text.substring(Math.min(sentence.start(), number.start()), number.start()));
            var after = Words.stems(text.substring(number.end(), Math.max(sentence.end(), number.end())));
            right.add(Words.first(after, 4));
            left.add(Words.last(before, 4));
            Map<String, Double> words = new HashMap<>();
            for (int i = 0; i < Math.min(WINDOW, after.size()); i++) {
                words.merge(after.get(i), 1.0 / (1 + i / 4.0), Math::max);
            }
            for (int i = 0; i < Math.min(WINDOW, before.size()); i++) {
                words.merge(before.get(before.size() - 1 - i), 0.9 / (1 + i / 4.0), Math::max);
            }
            near.add(words);
            new HashSet<>(words.keySet()).forEach(word -> spread.merge(word, 1, Integer::sum));
        }
    }

    /** The words after a number, then those before it. */
    List<String> right(int number) {
        return right.get(number);
    }

    List<String> left(int number) {
        return left.get(number);
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
