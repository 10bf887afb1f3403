package io.infinimill.bench;

import io.infinimill.bench.Formula.Literal;
import io.infinimill.bench.Formula.Slot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code <<48/2=24>>} annotations of a worked solution as a computation over the numbers of its question. Only where
 * nothing can be mistaken: all numbers of the question and all results are distinct, and a literal that is neither is a
 * constant that no number of the question explains. Slots are the numbers of the question, then the results.
 *
 * @param steps in their order
 * @param numbers how many numbers the question has
 * @param answer which step gives the answer
 */
record WorkedChain(List<Formula> steps, int numbers, int answer) {

    private static final Pattern ANNOTATION = Pattern.compile("<<([^=<>]+)=([^=<>]+)>>");
    private static final Pattern BIG = Pattern.compile("(?i)\\b(hundred|thousand|million|dozen|score)s?\\b");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Words that bring a number of their own, which a written number may happen to equal. */
    private static final Map<String, Pattern> SILENT = Map.of(
            "1", Pattern.compile("\\b(one|an?)\\b"),
            "2", Pattern.compile("half|halves|twice|doubl|pair|both|couple|semi|bi(week|month)|two|second|either"),
            "3", Pattern.compile("triple|third|thrice|three|tri"),
            "4", Pattern.compile("quarter|four|month"),
            "5", Pattern.compile("fifth|five|nickel|week"),
            "7", Pattern.compile("week|daily|day"),
            "10", Pattern.compile("tenth|dime|decade|ten"),
            "12", Pattern.compile("year|month|annual|foot|feet|inch|noon"),
            "24", Pattern.compile("day|hour"),
            "60", Pattern.compile("hour|minute|second"));

    static Optional<WorkedChain> of(String question, List<BigDecimal> numbers, String solution, String answer) {
        if (BIG.matcher(question).find() || !distinct(numbers)) {
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
            var result = new BigDecimal(annotation.group(2).replaceAll("[\\s$,]", ""));
            var step = Formula.infix(annotation.group(1)).replace(literal -> bound(literal, known, numbers, text));
            if (!Formula.equal(step.evaluate(known::get), result)
                    || known.stream().anyMatch(value -> value.compareTo(result) == 0)) {
                return Optional.empty();
            }
            if (Formula.equal(result, expected)) {
                answer = steps.size();
            }
            steps.add(step);
            known.add(result);
        }
        return answer < 0 ? Optional.empty() : Optional.of(new WorkedChain(steps, numbers.size(), answer));
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
        if (numbers.stream().anyMatch(number -> explains(number, literal.value()))) {
            throw new IllegalArgumentException("%s may come from a number".formatted(literal.value()));
        }
        return literal;
    }

    /** Whether people compute such a literal from such a number in their heads. */
    private static boolean explains(BigDecimal number, BigDecimal literal) {
        var one = BigDecimal.ONE;
        var part = number.movePointLeft(2);
        return Set.of(
                                number.add(one),
                                number.subtract(one),
                                HUNDRED.subtract(number),
                                HUNDRED.add(number),
                                part,
                                one.subtract(part),
                                one.add(part),
                                number.add(number),
                                number.movePointRight(2),
                                number.movePointRight(1),
                                number.movePointLeft(1),
                                number.multiply(number))
                        .stream()
                        .anyMatch(derived -> derived.compareTo(literal) == 0)
                || Formula.equal(number.multiply(literal), one)
                || (number.signum() != 0
                        && number.remainder(literal.max(one)).signum() == 0
                        && literal.compareTo(number) > 0);
    }

    private static boolean isSilent(BigDecimal number, String text) {
        var words = SILENT.get(number.stripTrailingZeros().toPlainString());
        return words != null && words.matcher(text).results().count() > (spelledSelf(number, text) ? 1 : 0);
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
