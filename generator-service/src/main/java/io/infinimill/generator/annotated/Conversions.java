package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.List;
import java.util.regex.Pattern;

/** How many of a smaller unit make a larger one. */
record Conversions(Pattern large, Pattern small, Rational factor) {

    static final List<Conversions> ALL = List.of(
            of("hours?|hrs?|hourly", "minutes?|mins?|minute-\\w+", "60"),
            of("minutes?|mins?", "seconds?|secs?", "60"),
            of("hours?", "seconds?", "3600"),
            of("days?|daily", "hours?|hourly", "24"),
            of(
                    "weeks?|weekly",
                    "days?|daily|monday|tuesday|wednesday|thursday|friday|saturday|sunday|night\\w*|morning",
                    "7"),
            of("years?|yearly|annual\\w*", "months?|monthly", "12"),
            of("years?", "weeks?|weekly", "52"),
            of("years?", "days?|daily", "365"),
            of("decades?", "years?", "10"),
            of("centur\\w+", "years?", "100"),
            of("months?|monthly", "weeks?|weekly", "4"),
            of("months?|monthly", "days?|daily|night\\w*", "30"),
            of("feet|foot|ft", "inch\\w*", "12"),
            of("yards?", "feet|foot", "3"),
            of("yards?", "inch\\w*", "36"),
            of("miles?", "feet|foot", "5280"),
            of("pounds?|lbs?", "ounces?|oz", "16"),
            of("tons?", "pounds?", "2000"),
            of("tons?|tonnes?", "kg|kilograms?|kilos?", "1000"),
            of("gallons?", "quarts?", "4"),
            of("gallons?", "ounces?", "128"),
            of("gallons?", "cups?", "16"),
            of("cups?", "ounces?", "8"),
            of("dozens?", "\\w+", "12"),
            of("pairs?", "\\w+", "2"),
            of("scores?", "\\w+", "20"),
            of("thousands?", "\\w+", "1000"),
            of("millions?", "\\w+", "1000000"),
            of("hundreds?", "\\w+", "100"),
            of("meters?|metres?|m", "centimeters?|cm|centimetres?", "100"),
            of("kilometers?|km|kilometres?|k", "meters?|metres?|m", "1000"),
            of("cm|centimeters?", "mm|millimeters?", "10"),
            of("kilograms?|kg|kgs|kilos?", "grams?|g", "1000"),
            of("grams?|g", "milligrams?|mg", "1000"),
            of("liters?|litres?|l", "milliliters?|ml|millilitres?", "1000"),
            of("dollars?|\\$", "cents?|penn\\w+", "100"),
            of("dollars?|\\$", "quarters?", "4"),
            of("dollars?|\\$", "dimes?", "10"),
            of("dollars?|\\$", "nickels?", "20"),
            of("quarters?", "cents?", "25"),
            of("gb|gigabytes?", "mb|megabytes?", "1000"));

    /** Whether the smaller unit is whatever is counted. */
    boolean anything() {
        return small.pattern().contains("(?:\\w+)");
    }

    private static Conversions of(String large, String small, String factor) {
        return new Conversions(
                Pattern.compile("(?<![a-z])(?:" + large + ")(?![a-z])"),
                Pattern.compile("(?<![a-z])(?:" + small + ")(?![a-z])"),
                Rational.parse(factor));
    }
}
