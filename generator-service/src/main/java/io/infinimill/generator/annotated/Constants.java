package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that the wording or everyday knowledge explains; each needs words that call for it. */
final class Constants {

    private record Known(Rational value, Pattern trigger, String reason) {}

    private static final List<Known> WORDING = new ArrayList<>();
    private static final List<Known> KNOWLEDGE = new ArrayList<>();

    static {
        wording(
                "2",
                "twice|double|doubl\\w+|both|couple|pairs?|twins?|each way|round[ -]?trip|back and forth|to and from|there and back|either side|two|half|halves|halved|halv\\w+|duplicate|bi-?weekly|weekends?|again as|every other|alternate|\\b2(?=nd|-)|and back|second|eyes|hands|feet|parents|ears|legs|shoes|average of the|sides|equal(?:ly)? between|other|average|halfway|midpoint|middle|paired|mates?|perimeter|rectang\\w+|fenc\\w+|around|mother and father|parents|mom and dad|each",
                "the wording doubles or halves");
        wording("0.5", "equally|half|halves|halved|halv\\w+|1/2|half-price", "the wording halves");
        wording(
                "3",
                "twice|double|triple|tripl\\w+|thrice|three|third|thirds|trio|triplets|three-\\w+",
                "the wording says three");
        wording("4", "quadrupl\\w+|quarters?|fourth|four|fourths", "the wording says four");
        wording("5", "quintupl\\w+|fifths?|five", "the wording says five");
        wording("6", "six|sixth|half a dozen|half-dozen|sextupl\\w+", "the wording says six");
        wording("0.25", "quarter|fourth", "the wording says a quarter");
        wording("0.75", "three[- ]quarters?|three[- ]fourths?|quarter", "the wording says three quarters");
        wording("1.5", "half|time and a half|one and a half|1/2", "the wording says one and a half");
        wording("2.5", "and a half|half", "the wording says two and a half");
        wording("1", "one|once|a|an|another|single|each|per|whole|every|1", "the wording says one");
        wording("0", "no|none|zero|nothing|not|0|without|never|all", "the wording says none");
        wording("8", "octets?|eighths?|eight", "the wording says eight");
        wording("7", "sevenths?|seven", "the wording says seven");
        wording("9", "ninths?|nine", "the wording says nine");
        wording("10", "tenths?|tens|ten|tenfold|dimes?|decades?|ten-\\w+", "the wording says ten");
        wording("12", "dozens?|twelfths?|twelve", "a dozen is twelve");
        wording("20", "score|scores|twent\\w+", "a score is twenty");
        wording(
                "100",
                "percent|%|cents?|hundreds?|centur\\w+|dollars?|\\$|percentage",
                "a whole is one hundred percent, or cents in a dollar");
        wording("0.01", "percent|%|cents?|penn\\w+", "one hundredth");
        wording(
                "1000",
                "thousands?|kilo\\w+|km|kg|lit(?:er|re)s?|meters?|metres?|grams?|ml|millennium|tons?|tonnes?",
                "a thousand of the unit");
        wording("1000000", "millions?", "a million");
        known("7", "weeks?|weekly|days?|daily|week-long|weekdays?|per day|every day", "days in a week");
        known(
                "5",
                "weekdays?|workdays?|school days?|work ?week|school week|nickels?|monday|friday",
                "school or work days in a week, or cents in a nickel");
        known("6", "sunday|except|saturday|dice|die|cubes?|half-dozen", "days of the week without one");
        known("2", "weekends?|saturdays?|bicycles?|bikes?|chickens?|gloves|shoes|socks|chopsticks", "two of a kind");
        known(
                "12",
                "years?|yearly|annual\\w*|foot|feet|inch\\w*|noon|midnight|annum",
                "months in a year, or inches in a foot");
        known("52", "years?|annual\\w*|weeks?|weekly|yearly|deck|cards?", "weeks in a year");
        known("365", "years?|annual\\w*|days?|daily", "days in a year");
        known("366", "leap", "days in a leap year");
        known("30", "months?|monthly|april|june|september|november", "days in a month");
        known("31", "months?|january|march|may|july|august|october|december", "days in a month");
        known("28", "february|months?", "days in February");
        known("29", "february|leap", "days in February");
        known(
                "4",
                "months?|monthly|seasons?|legs?|legged|quarts?|gallons?|wheels?|tires?|squares?|rectangle|walls?|quarters?|paws?",
                "weeks in a month, or four of a kind");
        known("24", "days?|hours?|daily|midnight", "hours in a day");
        known(
                "60",
                "hours?|minutes?|seconds?|mph|hourly|per hour|hr|min|mins|secs?|o'clock|a\\.?m|p\\.?m",
                "minutes in an hour, or seconds in a minute");
        known("30", "half an hour|half hour|half-hour", "minutes in half an hour");
        known("15", "quarter of an hour|quarter hour", "minutes in a quarter of an hour");
        known("3600", "hours?|seconds?", "seconds in an hour");
        known("100", "meters?|centimeters?|metres?|cm", "centimeters in a meter");
        known("1000", "watts?|kw\\w*|kilo\\w*", "a thousand of the unit");
        known("1440", "minutes?|days?", "minutes in a day");
        known(
                "3",
                "yards?|triang\\w+|tricycles?|teaspoons?|tablespoons?|spring|summer|winter|quarter",
                "feet in a yard, or three of a kind");
        known("36", "yards?|inch\\w*", "inches in a yard");
        known("5280", "miles?", "feet in a mile");
        known("1760", "miles?", "yards in a mile");
        known("16", "pounds?|ounces?|lbs?|oz|cups?|gallons?", "ounces in a pound");
        known(
                "8",
                "ounces?|cups?|pints?|spiders?|octop\\w+|legs|gallons?|arachnids?",
                "ounces in a cup, or eight legs");
        known("32", "quarts?|ounces?", "ounces in a quart");
        known("128", "gallons?|ounces?", "ounces in a gallon");
        known("2000", "tons?", "pounds in a ton");
        known("25", "quarters?|cents", "cents in a quarter");
        known("0.25", "quarters?|coins", "dollars in a quarter");
        known("0.1", "dimes?|ten percent|10%|coins", "dollars in a dime");
        known("0.10", "dimes?|coins", "dollars in a dime");
        known("0.05", "nickels?|coins", "dollars in a nickel");
        known("0.01", "penn\\w+|coins", "dollars in a penny");
        known("10", "dimes?|decades?|mm|millimeters?|fingers?|toes|centimeters?|cm", "ten of the unit");
        known("26", "alphabet|letters", "letters of the alphabet");
        known("180", "triang\\w+|angles?|degrees", "degrees of a triangle");
        known("360", "circ\\w+|degrees|angles?", "degrees of a circle");
        known(
                "90",
                "right angle|angles?|minutes|complementary",
                "degrees of a right angle, or minutes in an hour and a half");
        known("3.14", "circ\\w+|pi|diameter|radius|round|cylind\\w+", "pi");
        known("18", "holes|golf|dozen", "holes of a golf course");
        known("14", "fortnight|two weeks|valentine\\w*|weeks?", "days in two weeks");
        known("48", "two days|states", "hours in two days");
        known("13", "baker'?s dozen", "a baker's dozen");
        known("200", "percent|%", "twice one hundred percent");
        known("0.2778", "km|hr|kmph|speed|train", "kilometers per hour to meters per second");
        known("3.6", "km|hr|kmph|speed|train", "meters per second to kilometers per hour");
        known("3.141592653589793", ".", "pi");
    }

    private Constants() {}

    private static void wording(String value, String words, String reason) {
        WORDING.add(known(Rational.parse(value), words, reason));
    }

    private static void known(String value, String words, String reason) {
        KNOWLEDGE.add(known(Rational.parse(value), words, reason));
    }

    private static Known known(Rational value, String words, String reason) {
        return new Known(value, Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])"), reason);
    }

    /** What the lower-case text says about a value, or null. */
    static @Nullable String wording(Rational value, String text) {
        return find(WORDING, value, text);
    }

    static @Nullable String knowledge(Rational value, String text) {
        return find(KNOWLEDGE, value, text);
    }

    private static @Nullable String find(List<Known> constants, Rational value, String text) {
        for (var constant : constants) {
            if (constant.value().equals(value)
                    && constant.trigger().matcher(text).find()) {
                return constant.reason();
            }
        }
        return null;
    }
}
