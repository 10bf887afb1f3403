package io.infinimill.bench;

import io.infinimill.bench.Formula.Literal;
import io.infinimill.bench.Formula.Slot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code <<48/2=24>>} annotations of a worked solution as a computation over the numbers of its question. Only where
 * nothing can be mistaken: every computation is annotated, all numbers of the question and all results are distinct, and a
 * literal that is neither is a constant that a word of the question brings. Slots are the numbers of the question, then the results.
 *
 * @param steps in their order
 * @param numbers how many numbers the question has
 * @param answer which step gives the answer
 */
record WorkedChain(List<Formula> steps, int numbers, int answer) {

    private static final Pattern ANNOTATION = Pattern.compile("<<([^=<>]+)=([^=<>]+)>>");
    private static final Pattern BARE = Pattern.compile("=\\s*\\$?[\\d.]");
    private static final Pattern BIG = Pattern.compile("(?i)\\b(hundred|thousand|million|dozen|score)s?\\b");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Optional<WorkedChain> of(String question, List<BigDecimal> numbers, String solution, String answer) {
        if (BIG.matcher(question).find() || !distinct(numbers) || hasBareResult(solution)) {
            return Optional.empty();
        }
        var text = question.toLowerCase(Locale.ROOT);
        if (numbers.stream().anyMatch(number -> isSilent(number, text))) {
            return Optional.empty();
        }
        try {
            return read(text, numbers, solution, new BigDecimal(answer.replace(",", "")));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** The answer for other numbers. */
    BigDecimal recompute(List<BigDecimal> given) {
        var values = new ArrayList<>(given);
        for (var step : steps) {
            values.add(step.evaluate(values::get));
        }
        return values.get(numbers + answer);
    }

    private static Optional<WorkedChain> read(
            String text, List<BigDecimal> numbers, String solution, BigDecimal expected) {
        var known = new ArrayList<>(numbers);
        var steps = new ArrayList<Formula>();
        var answer = -1;
        for (var annotation : ANNOTATION.matcher(solution).results().toList()) {
            var expression = Formula.infix(annotation.group(1));
            var result = new BigDecimal(annotation.group(2).replaceAll("[\\s$,]", ""));
            var step = expression.replace(literal -> bound(literal, known, numbers, text));
            if (slots(step).isEmpty()
                    || !Formula.equal(step.evaluate(known::get), result)
                    || known.stream().anyMatch(value -> value.compareTo(result) == 0)) {
                return Optional.empty();
            }
            if (Formula.equal(result, expected)) {
                answer = steps.size();
            }
            steps.add(step);
            known.add(result);
        }
        return answer < 0 || reuses(steps, numbers)
                ? Optional.empty()
                : Optional.of(new WorkedChain(steps, numbers.size(), answer));
    }

    /** Whether a number that texts bring silently, such as the legs of a dog, is used twice. */
    private static boolean reuses(List<Formula> steps, List<BigDecimal> numbers) {
        var seen = new HashSet<Integer>();
        return steps.stream()
                .flatMap(step -> slots(step).stream())
                .filter(slot -> slot < numbers.size() && SilentNumbers.known(numbers.get(slot)))
                .anyMatch(slot -> !seen.add(slot));
    }

    private static List<Integer> slots(Formula formula) {
        return switch (formula) {
            case Literal _ -> List.of();
            case Slot(int index) -> List.of(index);
            case Formula.Operation(char _, Formula left, Formula right) ->
                Stream.concat(slots(left).stream(), slots(right).stream()).toList();
        };
    }

    private static Formula bound(Literal literal, List<BigDecimal> known, List<BigDecimal> numbers, String text) {
        for (var i = 0; i < known.size(); i++) {
            if (known.get(i).compareTo(literal.value()) == 0) {
                return new Slot(i);
            }
        }
        for (var i = 0; i < numbers.size(); i++) {
            var plain = numbers.get(i).stripTrailingZeros().toPlainString();
            var percent = Pattern.compile("(?<![\\d.])" + Pattern.quote(plain) + "(%| percent)");
            if (numbers.get(i).movePointLeft(2).compareTo(literal.value()) == 0
                    && percent.matcher(text).find()) {
                return new Formula.Operation('/', new Slot(i), new Literal(HUNDRED));
            }
        }
        if (!SilentNumbers.named(literal.value(), text)) {
            throw new IllegalArgumentException("nothing says " + literal.value());
        }
        return literal;
    }

    /** Whether something is computed without an annotation. */
    private static boolean hasBareResult(String solution) {
        return BARE.matcher(ANNOTATION.matcher(solution).replaceAll("of ")).find();
    }

    private static boolean isSilent(BigDecimal number, String text) {
        return SilentNumbers.count(number, text) > (spelledSelf(number, text) ? 1 : 0);
    }

    private static boolean spelledSelf(BigDecimal number, String text) {
        return TextPair.words(text).stream()
                .filter(word -> word.matches("[a-z-]+[.,?!]?"))
                .flatMap(word -> TextPair.numbers(word).stream())
                .anyMatch(value -> value.compareTo(number) == 0);
    }

    private static boolean distinct(List<BigDecimal> numbers) {
        return numbers.stream().map(BigDecimal::stripTrailingZeros).distinct().count() == numbers.size();
    }
}
