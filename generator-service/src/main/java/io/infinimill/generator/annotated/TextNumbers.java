package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import io.infinimill.generator.scale.NumberWords;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the numbers of a text, in digits and in words. */
final class TextNumbers {

    static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)";

    private static final Pattern CLOCK = Pattern.compile(
            "\\b\\d{1,2}(?::[0-5]\\d)? ?(?:[ap]\\.?m\\b\\.?|o'clock)|(?<=\\b(?:at|from|until|till|to|by|and|is|between) )\\d{1,2}:[0-5]\\d\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MIXED =
            Pattern.compile("(?<![\\d/.])(\\d+)(?: and (?:a )?|[ -])(\\d+)/(\\d+)(?![\\d/])");
    private static final Pattern HALF = Pattern.compile(
            "\\b(" + DIGITS + "|" + WordedNumbers.PATTERN + ") and (?:(?:a|one)[ -])?(half|quarter|third)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARACTER = Pattern.compile("(\\d*)([¼½¾⅓⅔⅕])");
    private static final Pattern FRACTION = Pattern.compile("(?<![\\d/.])(\\d+) ?/ ?(\\d+)(?![\\d/])(ths?|rds?|nds?)?");
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d+)(?:st|nd|rd|th)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])" + DIGITS + "|(?<=[$€£#])" + DIGITS);
    /** After a multiplication sign without spaces, {@code 12x5}. */
    private static final Pattern FACTOR = Pattern.compile("(?<=\\d[xX])" + DIGITS);

    private static final Pattern WORDS = Pattern.compile(WordedNumbers.PATTERN, Pattern.CASE_INSENSITIVE);
    /** Words that may mean what is left of a percentage; half of a thing and its rest are the same. */
    private static final Pattern REST = Pattern.compile(
            "(?i)\\b(?:off|discount\\w*|less|reduc\\w+|decreas\\w+|sale|lower|cheaper|rest|remain\\w*|others?|left|not|los[et]\\w*)\\b");

    private static final Pattern DATE = Pattern.compile(
            "(?i)(?:\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|grade|chapter|district|room|gate) )$");
    /** The days of a calendar are not up to a story. */
    private static final Pattern CALENDAR =
            Pattern.compile("(?i)\\G[- ](?:days?[- ](?:month|week|year)|hours?[- ]day)s?\\b");

    /** How one unit of measure makes others: no story decides it. */
    private static final Pattern CONVERSION = Pattern.compile("(?i)\\G ?" + conversion());

    private static final Pattern YEAR = Pattern.compile("(?:1[6-9]|20)\\d\\d");
    private static final Pattern PERCENT = Pattern.compile("\\G ?(?:%|percent\\b|per cent\\b|-percent)");

    /** Words that relate one quantity to another; they stay words. */
    private static final Map<Pattern, Rational> RELATIONS = Map.of(
            relation("twice|doubl(?:e|es|ed|ing)|two-fold"), Rational.of(2),
            relation("thrice|tripl(?:e|es|ed|ing)|three-fold"), Rational.of(3),
            relation("quadrupl(?:e|es|ed|ing)"), Rational.of(4),
            relation("half|halves|halved|halving"), new Rational(BigInteger.ONE, BigInteger.TWO),
            relation("dozens?"), Rational.of(12));

    private final String text;
    private final boolean question;
    private final List<TextNumber> found = new ArrayList<>();

    private static String conversion() {
        var makes = " (?:per|in an?|in one|in each|in every|to an?|to one|make an?|equals? an?|equals? one) ";
        return Stream.of(
                        "inch(?:es)?|centimeters?|cm|millimeters?|mm|feet|foot|meters?|yards?|miles?|kilometers?|km",
                        "ounces?|pounds?|grams?|kilograms?|kgs?|tons?",
                        "teaspoons?|tablespoons?|cups?|pints?|quarts?|gallons?|liters?|milliliters?|ml|ounces?")
                .map(units -> "(?:" + units + ")" + makes + "(?:" + units + ")\\b")
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private TextNumbers(String text, boolean question) {
        this.text = text;
        this.question = question;
    }

    /** The numbers of a problem, in order. */
    static List<TextNumber> ofQuestion(String text) {
        return new TextNumbers(text, true).scan();
    }

    /** The numbers of a line of a worked solution: a slash there divides. */
    static List<TextNumber> ofSolution(String text) {
        return new TextNumbers(text, false).scan();
    }

    private static Pattern relation(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private List<TextNumber> scan() {
        each(CLOCK, match -> add(match.start(), match.end(), clock(match.group()), Form.FIXED));
        each(ORDINAL, match -> add(match.start(1), match.end(1), Rational.parse(match.group(1)), Form.FIXED));
        each(HALF, match -> add(match.start(), match.end(), half(match), Form.FIXED));
        each(WordedNumbers.FRACTION, match -> add(match.start(), match.end(), worded(match), Form.FIXED));
        each(CHARACTER, match -> add(match.start(), match.end(), character(match), Form.FIXED));
        if (question) {
            each(MIXED, match -> add(match.start(), match.end(), mixed(match), Form.FIXED));
            each(FRACTION, this::fraction);
        }
        if (!question) {
            each(FACTOR, this::number);
        }
        each(NUMBER, this::number);
        each(WORDS, this::word);
        if (question) {
            RELATIONS.forEach(
                    (pattern, value) -> each(pattern, match -> add(match.start(), match.end(), value, Form.FIXED)));
        }
        found.sort(Comparator.comparingInt(TextNumber::start));
        return List.copyOf(found);
    }

    private void each(Pattern pattern, java.util.function.Consumer<Matcher> action) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (found.stream().noneMatch(number -> number.overlaps(start, end))) {
                action.accept(matcher);
            }
        }
    }

    private void number(Matcher match) {
        int end = match.end();
        if (question && end < text.length() && Character.isLetter(text.charAt(end)) && !unitFollows(end)) {
            return;
        }
        boolean half = question
                && match.group().equals("50")
                && PERCENT.matcher(text).find(end)
                && REST.matcher(text).find();
        boolean year = question
                && YEAR.matcher(match.group()).matches()
                && text.substring(Math.max(0, match.start() - 10), match.start())
                        .matches("(?is).*\\b(?:in|since|by|of|from|until|year|to|after) ");
        boolean date = question
                && (CALENDAR.matcher(text).find(end)
                        || CONVERSION.matcher(text).find(end)
                        || DATE.matcher(text.substring(Math.max(0, match.start() - 12), match.start()))
                                .find());
        add(
                match.start(),
                end,
                Rational.parse(match.group().replace(",", "")),
                year || half || date ? Form.FIXED : Form.DIGITS);
    }

    private boolean unitFollows(int end) {
        return text.substring(end)
                .matches(
                        "(?is)(?:cm|mm|km|m|ft|in|kg|g|mg|lbs?|oz|l|ml|mph|kmh|kph|hrs?|mins?|s|x|k|gb|mb|tb|a|b|c|yo)\\b.*");
    }

    private void fraction(Matcher match) {
        var numerator = Rational.parse(match.group(1));
        var denominator = Rational.parse(match.group(2));
        if (denominator.signum() == 0) {
            return;
        }
        boolean half = numerator.equals(Rational.ONE) && denominator.equals(Rational.of(2)); // equals its complement
        if (half || match.group(3) != null) {
            add(match.start(), match.end(), numerator.dividedBy(denominator), Form.FIXED);
            return;
        }
        add(match.start(1), match.end(1), numerator, Form.NUMERATOR);
        add(match.start(2), match.end(2), denominator, Form.DENOMINATOR);
    }

    private void word(Matcher match) {
        var value = read(match.group());
        boolean text = value.equals(Rational.ONE) || value.signum() == 0;
        add(match.start(), match.end(), value, text ? Form.FIXED : Form.WORD);
    }

    private void add(int start, int end, Rational value, Form form) {
        var percent = PERCENT.matcher(text);
        boolean money = start > 0 && (text.charAt(start - 1) == '$' || text.startsWith("$ ", start - 2));
        found.add(new TextNumber(start, end, value, form, percent.find(end), money));
    }

    private static Rational clock(String text) {
        var digits = text.replaceAll("[^\\d:]", "").split(":");
        var hours = Rational.parse(digits[0]);
        return digits.length < 2 ? hours : hours.plus(Rational.parse(digits[1]).dividedBy(Rational.of(60)));
    }

    private static Rational mixed(Matcher match) {
        var denominator = Rational.parse(match.group(3));
        return denominator.signum() == 0
                ? Rational.ZERO
                : Rational.parse(match.group(1))
                        .plus(Rational.parse(match.group(2)).dividedBy(denominator));
    }

    private static Rational character(Matcher match) {
        var whole = match.group(1).isEmpty() ? Rational.ZERO : Rational.parse(match.group(1));
        var parts = CalculatorNotes.plain(match.group(2)).split("/");
        return whole.plus(Rational.parse(parts[0]).dividedBy(Rational.parse(parts[1])));
    }

    private static Rational half(Matcher match) {
        var whole = Character.isLetter(match.group(1).charAt(0))
                ? read(match.group(1))
                : Rational.parse(match.group(1).replace(",", ""));
        return whole.plus(Rational.ONE.dividedBy(Rational.of(WordedNumbers.part(match.group(2)))));
    }

    private static Rational read(String words) {
        return Objects.requireNonNull(NumberWords.read(words), words);
    }

    private static Rational worded(Matcher match) {
        return Rational.of(WordedNumbers.count(match.group(1)))
                .dividedBy(Rational.of(WordedNumbers.part(match.group(2))));
    }
}
