package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Conditions on sizes that a story takes for granted: the points of an exam, the inches beside feet, the hours before a
 * threshold, how many packs a count needs.
 */
final class Limits {

    private record Pair(Pattern between, Set<String> small, Rational limit) {}

    private static final List<Pair> PAIRS = List.of(
            pair("feet|foot|ft\\.?|'", "inches inch in", 12),
            pair("minutes?|mins?\\.?", "seconds secs", 60),
            pair("hours?|hrs?\\.?", "minutes mins", 60),
            pair("pounds?|lbs?\\.?", "ounces oz", 16));

    private static final Pattern EXAM = Pattern.compile("\\b(?:tests?|exams?|quiz(?:zes)?|assignments?)\\b");
    private static final Set<String> ITEMS = Set.copyOf(Words.stems("items questions problems points marks"));
    private static final Set<String> SCORED = Set.copyOf(
            Words.stems(
                    "score scores scored correct right wrong incorrect answered items questions problems points marks grade average"));
    private static final Pattern SCORE = Pattern.compile("\\b(?:scor\\w+|grades?)\\b");
    private static final Rational FULL = Rational.of(100);
    private static final Rational LOW = Rational.of(40);

    private static final Pattern THRESHOLD =
            Pattern.compile("(?i)\\b(?:first|over|exceed\\w*|above|beyond|up to|at least|at most)\\s\\$?$");
    private static final Set<String> PACKS = Set.copyOf(
            Words.stems("pack packs package box boxes bag bags case carton crate set bundle group team tray"));

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Map<String, String> names;
    private final Set<String> conditions = new LinkedHashSet<>();

    private Limits(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.names = names;
    }

    static Set<String> of(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        var limits = new Limits(problem, worked, reading, names);
        limits.pairs();
        if (EXAM.matcher(problem.lower).find()) {
            limits.exam();
        }
        limits.thresholds();
        reading.steps().values().forEach(expression -> expression.walk(limits::packs));
        return limits.conditions;
    }

    private static Pair pair(String large, String small, int limit) {
        return new Pair(
                Pattern.compile("(?i)[ -]?(?:%s),? (?:and )?".formatted(large)),
                Set.copyOf(Words.stems(small)),
                Rational.of(limit));
    }

    /** In "5 feet 7 inches" the inches do not fill a foot. */
    private void pairs() {
        for (int small : reading.variables()) {
            if (small == 0 || problem.right(small).isEmpty()) {
                continue;
            }
            var between = problem.text.substring(
                    problem.numbers.get(small - 1).end(),
                    problem.numbers.get(small).start());
            for (var pair : PAIRS) {
                if (pair.small().contains(problem.right(small).getFirst())
                        && pair.between().matcher(between).matches()) {
                    keep(value(small), name(small), pair.limit(), pair.limit().toString(), "<");
                }
            }
        }
    }

    private void exam() {
        int total = -1;
        for (int i = 0; i < problem.numbers.size(); i++) {
            boolean items = problem.right(i).stream().limit(1).anyMatch(ITEMS::contains);
            if (items && plain(i) && (total < 0 || value(i).compareTo(value(total)) > 0)) {
                total = i;
            }
        }
        boolean full = SCORE.matcher(problem.lower).find();
        if (total < 0 && !full) {
            return;
        }
        var limit = total < 0 ? FULL : value(total);
        var limitName = total < 0 ? FULL.toString() : name(total);
        for (int variable : reading.variables()) {
            boolean scored = total < 0
                    ? value(variable).compareTo(LOW) >= 0
                    : problem.right(variable).stream().limit(1).anyMatch(SCORED::contains);
            if (plain(variable) && scored) {
                keep(value(variable), name(variable), limit, limitName, "<=");
            }
        }
        for (int step : reading.steps().keySet()) {
            var line = Words.set(worked.line(worked.equations().get(step)));
            boolean scored = line.stream().anyMatch(SCORED::contains);
            if (scored && (total >= 0 || result(step).compareTo(LOW) >= 0)) {
                keep(result(step), names.getOrDefault("s" + step, ""), limit, limitName, "<=");
            }
        }
    }

    /** What is counted in the unit of a threshold stays on its side. */
    private void thresholds() {
        for (int threshold = 0; threshold < problem.numbers.size(); threshold++) {
            var number = problem.numbers.get(threshold);
            boolean said =
                    THRESHOLD.matcher(problem.text.substring(0, number.start())).find();
            if (!said || !plain(threshold) || problem.right(threshold).isEmpty()) {
                continue;
            }
            var unit = problem.right(threshold).getFirst();
            for (int other : reading.variables()) {
                if (plain(other) && problem.right(other).stream().limit(1).anyMatch(unit::equals)) {
                    side(value(other), name(other), threshold);
                }
            }
            for (int step : reading.steps().keySet()) {
                var equation = worked.equations().get(step);
                int end = Math.clamp(
                        equation.resultEnd(), 0, worked.line(equation).length());
                if (equation.resultEnd() > 0
                        && Words.stems(worked.line(equation).substring(end)).stream()
                                .limit(1)
                                .anyMatch(unit::equals)) {
                    side(result(step), names.getOrDefault("s" + step, ""), threshold);
                }
            }
        }
    }

    private void side(Rational value, String name, int threshold) {
        keep(value, name, value(threshold), name(threshold), "<=");
        keep(value(threshold), name(threshold), value, name, "<");
    }

    /** A count that needs one pack and some more still needs one. */
    private void packs(Expression part) {
        if (part
                        instanceof
                        Expression.Operation(String operator, Expression.Name(String all), Expression.Name(String size))
                && operator.equals("-")
                && size.startsWith("q")) {
            int pack = Integer.parseInt(size.substring(1));
            var whole = all.startsWith("q")
                    ? value(Integer.parseInt(all.substring(1)))
                    : result(Integer.parseInt(all.substring(1)));
            boolean packed = Stream.concat(
                            problem.right(pack).stream().limit(2),
                            problem.left(pack).reversed().stream().limit(2))
                    .anyMatch(PACKS::contains);
            var twice = value(pack).times(Rational.of(2));
            if (packed && whole.compareTo(value(pack)) > 0) {
                keep(whole, names.getOrDefault(all, ""), twice, "2 * " + name(pack), "<");
            }
        }
    }

    private void keep(Rational part, String partName, Rational whole, String wholeName, String operator) {
        int order = part.compareTo(whole);
        boolean holds = order < 0 || (order == 0 && operator.equals("<="));
        if (holds && !partName.isEmpty() && !wholeName.isEmpty() && !partName.equals(wholeName)) {
            conditions.add("%s %s %s".formatted(partName, operator, wholeName));
        }
    }

    private boolean plain(int index) {
        var number = problem.numbers.get(index);
        return number.plain() && !number.percent() && !number.money();
    }

    private String name(int number) {
        return reading.variables().contains(number)
                ? names.getOrDefault("q" + number, "")
                : value(number).toString();
    }

    private Rational value(int number) {
        return problem.numbers.get(number).value();
    }

    private Rational result(int step) {
        return worked.equations().get(step).result();
    }
}
