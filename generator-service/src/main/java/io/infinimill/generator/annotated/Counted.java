package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Explains a count by what a text lists: names, days, or the terms of a sum that is averaged. */
final class Counted {

    /** A word is taken whole or not at all, or the time would grow with the square of its length. */
    private static final Pattern LIST = Pattern.compile(
            "(?<![\\w'’-])(?:[\\w'’-]++ ){0,3}[\\w'’-]++(?:, (?:and )?(?:[\\w'’-]++ ){0,4}[\\w'’-]++)*,? (?:and|or) (?:[\\w'’-]++ ){0,3}[\\w'’-]++");

    /** Single words, which a longer list may hide: "into 3 groups, and painted them red, yellow, and green". */
    private static final Pattern WORDS = Pattern.compile("(?<![\\w'’-])\\w++(?:, \\w++)+,? (?:and|or) \\w++");

    private static final Pattern NOT_LISTED = Pattern.compile("[^\\w'’ ,-]+");
    /** Characters that a list of nine things needs at most. */
    private static final int LONGEST_LIST = 600;

    private static final Pattern DAY = Pattern.compile("\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b");
    private static final Pattern NAME =
            Pattern.compile("(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+(?= (?:and|has|had|is|was|[a-z]+s)\\b)");
    private static final Pattern AVERAGE = Pattern.compile("\\b(?:average|mean)\\b");

    private Counted() {}

    static boolean explains(Rational value, Problem problem, Worked worked, int index, String line) {
        if (!value.isWhole() || value.compareTo(Rational.of(2)) < 0 || value.compareTo(Rational.of(9)) > 0) {
            return false;
        }
        int count = value.numerator().intValueExact();
        if (AVERAGE.matcher(problem.lower + " " + line).find()
                && index > 0
                && worked.equations().get(index - 1).operands().size() == count) {
            return true;
        }
        Set<String> days = new HashSet<>();
        DAY.matcher(problem.lower).results().forEach(match -> days.add(match.group()));
        Set<String> lineDays = new HashSet<>();
        DAY.matcher(line).results().forEach(match -> lineDays.add(match.group()));
        return days.size() == count
                || lineDays.size() == count
                || names(problem) == count
                || problem.lists().contains(count)
                || lists(line.replaceAll("[^,;]*\\d[^,;]*", "")).contains(count);
    }

    /** How many names of people a question has, as far as capitals tell. */
    static int names(Problem problem) {
        Set<String> names = new HashSet<>();
        NAME.matcher(problem.text).results().forEach(match -> names.add(match.group()));
        return names.size();
    }

    /** How many things each list of a text has. */
    static Set<Integer> lists(String text) {
        Set<Integer> sizes = new HashSet<>();
        NOT_LISTED
                .splitAsStream(text)
                .filter(part -> part.length() <= LONGEST_LIST && (part.contains(" and ") || part.contains(" or ")))
                .forEach(part -> {
                    LIST.matcher(part).results().forEach(match -> sizes.add(size(match.group())));
                    WORDS.matcher(part).results().forEach(match -> sizes.add(size(match.group())));
                });
        return sizes;
    }

    private static int size(String list) {
        var first = list.replaceAll(",? (?:and|or) [^,]*$", "");
        return 2 + (int) first.chars().filter(c -> c == ',').count();
    }
}
