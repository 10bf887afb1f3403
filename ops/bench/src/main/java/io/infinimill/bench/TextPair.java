package io.infinimill.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A problem and the same problem with other numbers, word by word, so that the numbers of an instance are read from the text
 * that a student reads, not from what the product says they are.
 *
 * @param before the numbers of the problem in the order of its text
 * @param after those that stand in the same places of the other
 */
record TextPair(List<BigDecimal> before, List<BigDecimal> after) {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    /** Empty when they differ in more than numbers and the forms of words. */
    static Optional<TextPair> of(String problem, String other) {
        var words = words(problem);
        var others = words(other);
        if (words.size() != others.size()) {
            return Optional.empty();
        }
        var before = new ArrayList<BigDecimal>();
        var after = new ArrayList<BigDecimal>();
        for (var i = 0; i < words.size(); i++) {
            var here = numbers(words.get(i));
            var there = numbers(others.get(i));
            if (here.size() != there.size()) {
                return Optional.empty();
            }
            before.addAll(here);
            after.addAll(there);
        }
        return Optional.of(new TextPair(List.copyOf(before), List.copyOf(after)));
    }

    static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** The numbers in a word: digits, or spelled out from two to ninety-nine. */
    static List<BigDecimal> numbers(String word) {
        var numbers = new ArrayList<BigDecimal>();
        var digits = NUMBER.matcher(word);
        while (digits.find()) {
            numbers.add(new BigDecimal(digits.group().replace(",", "")));
        }
        if (numbers.isEmpty()) {
            spelled(word).ifPresent(numbers::add);
        }
        return numbers;
    }

    private static Optional<BigDecimal> spelled(String word) {
        var parts = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "").split("-");
        var tens = parts.length == 0 ? null : TENS.get(parts[0]);
        if (tens != null) {
            var ones = parts.length < 2 ? 0 : parts[1].equals("one") ? 1 : SMALL.getOrDefault(parts[1], 0);
            return Optional.of(BigDecimal.valueOf(tens + (ones < 10 ? ones : 0)));
        }
        var small = parts.length == 0 ? null : SMALL.get(parts[0]);
        return Optional.ofNullable(small).map(BigDecimal::valueOf);
    }
}
