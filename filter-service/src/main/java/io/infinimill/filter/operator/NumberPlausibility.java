package io.infinimill.filter.operator;

import io.infinimill.filter.SampleFilter;
import io.infinimill.filter.Verdict;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the numbers of the question and of a numeric answer. Reasons: {@code too_large}, {@code too_many_decimals},
 * {@code split_unit} for 2.5 people, {@code negative_answer}.
 */
@Purpose("Drops samples whose question or answer has numbers that no such problem has.")
record NumberPlausibility(
        @Purpose("Greatest size of a number, its sign left out.")
        BigDecimal maxMagnitude,

        @Purpose("Most digits after the decimal point.") int maxDecimals,

        @Purpose("Words for what comes in whole numbers only, such as people; a decimal before one is not plausible.")
        List<String> wholeUnits,

        @Purpose("Whether the answer may be below zero.") boolean negativeAnswers)
        implements SampleFilter {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)(?!\\d)"
                    + "(?:\\s+(?<unit>\\p{L}+))?");
    private static final Pattern NUMERIC_ANSWER = Pattern.compile("-?[$€£]?-?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)%?");

    NumberPlausibility {
        if (maxMagnitude.signum() <= 0) {
            throw new IllegalArgumentException(
                    "max-magnitude is %s, not more than 0".formatted(maxMagnitude.toPlainString()));
        }
        if (maxDecimals < 0) {
            throw new IllegalArgumentException("max-decimals is %d, less than 0".formatted(maxDecimals));
        }
        wholeUnits =
                wholeUnits.stream().map(unit -> unit.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Verdict check(Sample sample) {
        var question = numbers("question", sample.question());
        var answer = sample.answer();
        if (question instanceof Verdict.Drop || answer == null) {
            return question;
        }
        if (!NUMERIC_ANSWER.matcher(answer.strip()).matches()) {
            return Verdict.KEEP;
        }
        return answer.contains("-") && !negativeAnswers
                ? new Verdict.Drop("negative_answer", "the answer is %s".formatted(answer))
                : numbers("answer", answer);
    }

    private Verdict numbers(String where, String text) {
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            var verdict = number(where, matcher);
            if (verdict instanceof Verdict.Drop) {
                return verdict;
            }
        }
        return Verdict.KEEP;
    }

    private Verdict number(String where, Matcher found) {
        var number = new BigDecimal(found.group("number").replace(",", ""));
        var shown = found.group("number");
        if (number.compareTo(maxMagnitude) > 0) {
            return new Verdict.Drop(
                    "too_large", "the %s has %s, more than %s".formatted(where, shown, maxMagnitude.toPlainString()));
        }
        if (number.scale() > maxDecimals) {
            return new Verdict.Drop(
                    "too_many_decimals", "the %s has %s, more than %d decimals".formatted(where, shown, maxDecimals));
        }
        var unit = found.group("unit");
        boolean split = unit != null
                && number.stripTrailingZeros().scale() > 0
                && wholeUnits.contains(unit.toLowerCase(Locale.ROOT));
        return split ? new Verdict.Drop("split_unit", "the %s has %s %s".formatted(where, shown, unit)) : Verdict.KEEP;
    }
}
