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
            known(
                    "2",
                    "half|halv|twice|doubl|both|two\\b|second|pair|couple|averag|each way|round[- ]trip|back|return|rectang|perimeter|fence|triang|diameter|other\\b|more than|fewer|older|younger|together|equal|isosceles|brothers|sisters|twin|mr\\. and mrs|saturday and sunday|weekend|legs|wheels|rows?\\b"),
            known("0.5", "half|halv"),
            known("3", "averag|third|three\\b|tripl|thrice|triang|yard|feet|foot"),
            known("4", "averag|quarter|four\\b|square|quadrupl|gallon|side|week|month|legs|wheels"),
            known("0.25", "quarter"),
            known("0.75", "three[- ]quarter"),
            known("5", "fifth|five\\b|nickel|weekday|school week|work(?:ing)? week|monday to friday"),
            known("6", "six\\b|sixth|cube"),
            known("7", "day|week|daily|seven\\b"),
            known("8", "eight|gallon|pint"),
            known("9", "nine\\b|ninth|square yard"),
            known("10", "ten\\b|tenth|dime|decade|millimet|centimet|mm\\b|cm\\b"),
            known("12", "dozen|month|year|annual|foot|feet|inch|twelve"),
            known("14", "week|fortnight"),
            known("16", "ounce|pound|gallon|sixteen"),
            known("24", "hour|day|daily"),
            known("25", "quarter"),
            known("30", "month|day|april|june|september|november|half"),
            known("31", "month|day|january|march|may\\b|july|august|october|december"),
            known("36", "inch|yard"),
            known("52", "week|year"),
            known("60", "minute|hour|second|min\\b"),
            known("90", "angle|right"),
            known("100", "%|percent|per cent|cent|dollar|\\$|euro|metre|meter|cm\\b|hundred"),
            known("180", "angle|triang|degree"),
            known("360", "angle|circle|degree|turn"),
            known("365", "day|year"),
            known("1000", "kilo|kg\\b|km\\b|gram|g\\b|metre|meter|liter|litre|milli|ml\\b|mm\\b|tonne|thousand"),
            known("1440", "minute|day"),
            known("3600", "second|hour"),
            known("5280", "mile|feet"),
            known("3.14", "circ|radius|pi\\b|diameter"),
            known("3.14159", "circ|radius|pi\\b|diameter"));

    private Constants() {}

    private record Known(BigDecimal value, Pattern words) {}

    private static Known known(String value, String words) {
        return new Known(new BigDecimal(value), Pattern.compile("(?<![a-z])(?:" + words + ")"));
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
