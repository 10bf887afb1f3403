package io.infinimill.generator.scale;

import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a variable's first placeholder in the question, lower case.
 *
 * @param before some forty characters
 * @param after some forty characters, up to the end of the sentence
 * @param unit the variable's unit, or empty
 * @param story the whole question
 */
record Surroundings(String before, String after, String unit, String story) {

    static final int NO_CAP = Integer.MAX_VALUE;

    private static final int WIDTH = 40;

    static Surroundings of(Template template, Variable variable) {
        var text = template.generalQuestion();
        var place = "{" + variable.name() + "}";
        int at = text.indexOf(place);
        var unit = lower(variable.unit());
        if (at < 0) {
            return new Surroundings("", "", unit, lower(text));
        }
        int end = at + place.length();
        return new Surroundings(
                lower(text.substring(Math.max(0, at - WIDTH), at)),
                lower(text.substring(end, Math.min(text.length(), end + WIDTH))),
                unit,
                lower(text));
    }

    boolean isPercent() {
        return after.startsWith("%") || after.matches("(?s)[ -]?(?:percent|per cent)\\b.*") || unit.equals("percent");
    }

    boolean isMoney() {
        return before.endsWith("$") || before.endsWith("$ ") || unit.matches("dollars?|euros?|pounds? sterling");
    }

    boolean isNumerator() {
        return after.matches("(?s) ?/ ?(?:\\{.*|\\d.*)");
    }

    boolean isDenominator() {
        return before.matches("(?s).*(?:}|\\d) ?/ ?");
    }

    boolean isOrdinal() {
        return after.matches("(?s)(?:st|nd|rd|th)\\b.*");
    }

    boolean isAge() {
        boolean unitOfAge = unit.matches(".*years?.*") && after.matches("(?s) ?(?:years?)?(?: now| and|,|\\.|\\?).*");
        return after.matches("(?s)[ -]years?[ -]olds?\\b.*|(?s) (?:years of age|years older|years younger).*")
                || before.matches("(?s).*\\b(?:age|aged|age of|is currently|turned|turns|turn) ")
                || (before.matches("(?s).*\\b(?:is|be|was) (?:now )?") && unitOfAge);
    }

    /** A bill or coin: there are no $13 bills. */
    boolean isDenomination() {
        return (isMoney() && after.matches("(?s)(?: dollars?|-dollar)?[ -](?:bills?|coins?|notes?)\\b.*"))
                || (isMoney() && BILLS.matcher(after).lookingAt());
    }

    /** A conversion in words, such as the 7 of {@code 7 days a week}: it is what it is. */
    boolean isFixedRate(String value) {
        var phrase = value + after;
        return FIXED_RATE.matcher(phrase).lookingAt()
                || FIXED_PARTS.matcher(phrase).lookingAt();
    }

    /**
     * The greatest sensible value for the unit that follows, {@link #NO_CAP} where there is none.
     *
     * @param customary whether to stay within what is usual, and not only within what is possible
     */
    int cap(int value, boolean customary) {
        if (value <= 100
                && after.matches("(?s)[,.?! ].*")
                && (SCORE.matcher(before).matches()
                        || (MARKS.matcher(story).find() && MARK.matcher(after).lookingAt()))) {
            return 100;
        }
        var matcher = TIME.matcher(after.isEmpty() ? " " + unit : after);
        if (!matcher.lookingAt()) {
            return NO_CAP;
        }
        var period = matcher.group(2) == null ? "" : matcher.group(2);
        int cap = switch (matcher.group(1)) {
            case "hour" -> period.equals("week") ? 80 : value <= 24 ? 24 : NO_CAP;
            case "minute", "second" -> period.equals("hour") ? 59 : value <= 60 ? 60 : NO_CAP;
            case "day", "night" -> days(period);
            case "week" -> period.equals("month") ? 4 : period.equals("year") ? 52 : NO_CAP;
            case "month" -> value <= 12 ? customary ? 12 : 36 : NO_CAP;
            case "degree" -> value <= 120 ? 120 : NO_CAP;
            case "time" -> value <= 10 ? customary ? 10 : 24 : NO_CAP;
            default -> NO_CAP;
        };
        return Math.max(cap, value);
    }

    private static int days(String period) {
        return switch (period) {
            case "week" -> 7;
            case "month" -> 31;
            case "year" -> 365;
            default -> NO_CAP;
        };
    }

    private static final Pattern TIME = Pattern.compile(
            "[ -]?(hour|minute|second|day|night|week|month|degree|time)s?\\b(?: (?:a|per|each|every|of the|in an?|in each) (day|hour|week|month|year))?");
    private static final Pattern FIXED_RATE = Pattern.compile(
            "(?:7 days|24 hours|60 minutes|60 seconds|12 months|52 weeks|365 days|4 weeks|30 days|5 weekdays|5 workdays) (?:a|per|in an?|in one|in each|each|of the) "
                    + "|(?:12 inches|3 feet|100 cents|16 ounces|128 ounces|4 quarts|8 pints|2 pints|100 centimeters|1,?0(?:00|24) (?:meters|grams|milliliters|ml|kb|mb|gb)|5,?280 feet) "
                    + "(?:in|per|to|make) (?:a |an |one |each |every )?(?:foot|yard|dollar|pound|gallon|quart|meter|kilometer|kilogram|liter|mile|mb|gb|tb)");

    /** Such as the twenty in {@code 10 $20 and 3 $5 bills}. */
    private static final Pattern BILLS =
            Pattern.compile("(?:,? (?:and )?(?:[\\w{}]+ )?\\$[\\w{}.]+){1,3}[ -](?:bills?|coins?|notes?)\\b");

    private static final Pattern SCORE = Pattern.compile("(?s).*\\b(?:scores?|scored|grades?)\\b.*");

    private static final Pattern MARKS = Pattern.compile(
            "\\b(?:marks|grades?|scor(?:e|es|ed))\\b(?s:.*)\\b(?:exams?|tests?|quiz\\w*|semester|subjects?|class|math|science)\\b|\\b(?:exams?|tests?|quiz\\w*|semester|subjects?|class|math|science)\\b(?s:.*)\\b(?:marks|grades?|scor(?:e|es|ed))\\b");
    private static final Pattern MARK =
            Pattern.compile("(?:,|[.?!]| and\\b| (?:in|on|for|marks|points|percent|as)\\b)");

    /** Nouns whose number nature or make decides. */
    private static final Pattern FIXED_PARTS = Pattern.compile(
            "\\d+[ -](?:legs?|wheels?|eyes?|ears?|wings?|fingers?|toes?|horns?|sides?|sided|corners?|hands?|feet tall|parents?|twins|quarters in)\\b|\\d+-?point(?:er)?s?\\b(?<! points?)|\\d+-dollar (?:bill|coin|note)");

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
