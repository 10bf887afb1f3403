package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Numbers that count what a question goes through by name or amount; names leave out oneself. */
final class Listed {

    private static final Rational FEW = Rational.of(2);
    private static final Rational MANY = Rational.of(12);
    private static final int LEAST = 3;

    /** Persons and things side by side, each with its article, owner or number. */
    private static final Pattern ITEM = Pattern.compile(
            "(?:(?:him|her|my)self|themselves|\\b(?:his|her|their|my|(\\d+|two|three|four|five|six|seven|eight|nine)) [a-z]+(?:[ -][a-z]+)?|\\b[A-Z][a-z]+)");

    private static final Pattern LIST = Pattern.compile(ITEM + "(?:, " + ITEM + ")*,? and " + ITEM);

    /** Amounts side by side. */
    private static final Pattern AMOUNT = Pattern.compile("[$€£]?\\d[\\d.,]*\\d*%?(?: (?!and\\b)[a-z]+)?");

    private static final Pattern AMOUNTS = Pattern.compile(AMOUNT + "(?:(?:, | and |, and )" + AMOUNT + "){2,}");

    private Listed() {}

    static Set<Integer> of(Problem problem, Reading reading) {
        Set<Integer> tied = new TreeSet<>();
        LIST.matcher(problem.text)
                .results()
                .forEach(list -> persons(list.start(), list.group(), problem, reading, tied));
        AMOUNTS.matcher(problem.text).results().forEach(list -> {
            int count = (int) AMOUNT.matcher(list.group()).results().count();
            if (count >= LEAST) {
                counted(List.of(count, count + 1), list.start(), list.end(), problem, reading, tied, List.of());
            }
        });
        for (int variable : reading.variables()) {
            var number = problem.numbers.get(variable);
            if (number.count()
                    && number.value().compareTo(FEW) > 0
                    && number.value().isWhole()
                    && problem.lists().contains(number.value().numerator().intValue())) {
                tied.add(variable);
            }
        }
        return tied;
    }

    private static void persons(int start, String list, Problem problem, Reading reading, Set<Integer> tied) {
        int items = 0;
        int heads = 0;
        var parts = new TreeSet<Integer>();
        for (var item : ITEM.matcher(list).results().toList()) {
            items++;
            if (item.group(1) == null) {
                heads++;
                continue;
            }
            for (int i = 0; i < problem.numbers.size(); i++) {
                if (problem.numbers.get(i).overlaps(start + item.start(1), start + item.end(1))) {
                    heads += problem.numbers.get(i).value().numerator().intValue();
                    parts.add(i);
                }
            }
        }
        if (heads >= LEAST && items > parts.size()) {
            var counts = parts.isEmpty() ? List.of(items, items + 1) : List.of(heads, heads + 1);
            counted(counts, start, start + list.length(), problem, reading, tied, List.copyOf(parts));
        }
    }

    /** Ties what says a count outside of the list, and the numbers of the list that make it up. */
    private static void counted(
            List<Integer> counts,
            int start,
            int end,
            Problem problem,
            Reading reading,
            Set<Integer> tied,
            List<Integer> parts) {
        for (int variable = 0; variable < problem.numbers.size(); variable++) {
            var number = problem.numbers.get(variable);
            boolean count = number.count()
                    && number.value().compareTo(FEW) > 0
                    && number.value().compareTo(MANY) <= 0
                    && !number.overlaps(start, end)
                    && counts.stream().anyMatch(some -> number.value().equals(Rational.of(some)));
            if (count) {
                tie(variable, reading, tied);
                parts.forEach(part -> tie(part, reading, tied));
            }
        }
    }

    private static void tie(int number, Reading reading, Set<Integer> tied) {
        if (reading.variables().contains(number)) {
            tied.add(number);
        }
    }
}
