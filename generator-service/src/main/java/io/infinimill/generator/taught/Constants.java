package io.infinimill.generator.taught;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which numbers may stand in a program. A number that nothing in the problem explains is how a program comes to the right
 * answer by luck.
 */
final class Constants {

    /** Units of everyday life and words that imply a number, each with the words that must stand in the problem. */
    private static final List<Known> KNOWN = List.of(
            known("2", "half|halves|twice|double[ds]?|both|two|second|pairs?|couple|average|each way|round[- ]trip|back|return|rectang|perimeter|triang|diameter|other"),
            known("0.5", "half|halves"),
            known("3", "thirds?|three|triple[ds]?|thrice|triang|yards?|feet|foot"),
            known("4", "quarters?|four|squares?|quadrupl|gallons?|sides|weeks?|months?"),
            known("0.25", "quarters?"),
            known("0.75", "three[- ]quarters?"),
            known("5", "fifths?|five|nickels?|weekdays?|school week|work(?:ing)? week"),
            known("6", "six|sixths?|cube"),
            known("7", "days?|weeks?|daily|seven"),
            known("8", "eighths?|eight|gallons?|pints?"),
            known("9", "nine|ninths?|square yards?"),
            known("10", "ten|tenths?|dimes?|decades?|millimet|centimet|mm|cm"),
            known("12", "dozens?|months?|years?|annual|monthly|foot|feet|inch|twelve"),
            known("14", "weeks?|fortnight"),
            known("16", "ounces?|pounds?|gallons?|sixteen"),
            known("24", "hours?|days?|daily"),
            known("25", "quarters?"),
            known("30", "months?|days?|april|june|september|november|half"),
            known("31", "months?|days?|january|march|may|july|august|october|december"),
            known("36", "inch(?:es)?|yards?"),
            known("52", "weeks?|years?"),
            known("60", "minutes?|hours?|seconds?|min"),
            known("90", "angles?|right"),
            known("100", "%|percent|per cent|cents?|dollars?|\\$|euros?|metre|meter|centimet|cm|centur|hundred"),
            known("180", "angles?|triang|degrees?"),
            known("360", "angles?|circle|degrees?|turn"),
            known("365", "days?|years?"),
            known("1000", "kilo\\w*|kg|km|grams?|g|metres?|meters?|lit(?:er|re)s?|milli\\w*|ml|mm|tonnes?|thousand"),
            known("1440", "minutes?|days?"),
            known("3600", "seconds?|hours?"),
            known("5280", "miles?|feet"),
            known("3.14", "circ\\w*|radius|pi|diameter"),
            known("3.14159", "circ\\w*|radius|pi|diameter"));

    private Constants() {}

    private record Known(BigDecimal value, Pattern words) {}

    private static Known known(String value, String words) {
        return new Known(
                new BigDecimal(value), Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE));
    }

    /** Whether the words of a problem explain a number. */
    static boolean explained(BigDecimal number, String question) {
        if (number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0) {
            return true;
        }
        var text = question.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .anyMatch(known -> known.value().compareTo(number) == 0
                        && known.words().matcher(text).find());
    }

    static boolean holds(Collection<BigDecimal> numbers, BigDecimal number) {
        return numbers.stream().anyMatch(other -> other.compareTo(number) == 0);
    }
}
