package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Explains a count by what a text lists: names, days, or the terms of a sum that is averaged. */
final class Counted {

    private static final Pattern LIST = Pattern.compile(
            "(?:[\\w'’-]+ ){0,3}[\\w'’-]+(?:, (?:and )?(?:[\\w'’-]+ ){0,4}[\\w'’-]+)*,? (?:and|or) (?:[\\w'’-]+ ){0,3}[\\w'’-]+");
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
                || listed(problem.text, count)
                || listed(line, count);
    }

    /** How many names of people a question has, as far as capitals tell. */
    static int names(Problem problem) {
        Set<String> names = new HashSet<>();
        NAME.matcher(problem.text).results().forEach(match -> names.add(match.group()));
        return names.size();
    }

    private static boolean listed(String text, int count) {
        return LIST.matcher(text)
                .results()
                .anyMatch(match -> 2
                                + match.group()
                                        .replaceAll(",? (?:and|or) [^,]*$", "")
                                        .chars()
                                        .filter(c -> c == ',')
                                        .count()
                        == count);
    }
}
