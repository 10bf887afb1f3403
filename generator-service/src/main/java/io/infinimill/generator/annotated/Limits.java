package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.List;
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

    private static final Pattern DAY = Pattern.compile("\\b(?:day|days|daily|night|nights|morning|today|tonight)\\b");
    private static final String HOUR = Words.stem("hours");
    private static final Rational HOURS = Rational.of(24);
    private static final Pattern AGED = Pattern.compile("(?i)\\b(?:years? old|age|ages|older|younger|birthday)\\b");
    private static final Pattern PET = Pattern.compile(
            "\\b(?:dogs?|cats?|pupp(?:y|ies)|kittens?|rabbits?|hamsters?|pets?|goldfish|cows?|horses?)\\b");
    private static final String YEARS = Words.stem("years");
    private static final Rational OLD = Rational.of(30);

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Sizes sizes;

    private Limits(Sizes sizes) {
        this.problem = sizes.problem;
        this.worked = sizes.worked;
        this.reading = sizes.reading;
        this.sizes = sizes;
    }

    static void add(Sizes sizes) {
        var limits = new Limits(sizes);
        limits.pairs();
        if (EXAM.matcher(sizes.problem.lower).find()) {
            limits.exam();
        }
        limits.thresholds();
        if (DAY.matcher(sizes.problem.lower).find()) {
            limits.atMost(HOUR, HOURS);
        }
        if (AGED.matcher(sizes.problem.text).find()) {
            limits.ages();
        }
        if (PET.matcher(sizes.problem.lower).find()) {
            limits.atMost(YEARS, OLD);
        }
        sizes.reading.steps().values().forEach(expression -> expression.walk(limits::packs));
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
                    sizes.keep(sizes.number(small), "<", Sizes.constant(pair.limit()));
                }
            }
        }
    }

    private void exam() {
        int total = -1;
        for (int i = 0; i < problem.numbers.size(); i++) {
            boolean items = problem.right(i).stream().limit(1).anyMatch(ITEMS::contains);
            if (items && problem.numbers.get(i).count() && (total < 0 || value(i).compareTo(value(total)) > 0)) {
                total = i;
            }
        }
        boolean full = SCORE.matcher(problem.lower).find();
        if (total < 0 && !full) {
            return;
        }
        var limit = total < 0 ? Sizes.constant(FULL) : sizes.number(total);
        for (int variable : reading.variables()) {
            boolean scored = total < 0
                    ? value(variable).compareTo(LOW) >= 0
                    : problem.right(variable).stream().limit(1).anyMatch(SCORED::contains);
            if (problem.numbers.get(variable).count() && scored) {
                sizes.keep(sizes.number(variable), "<=", limit);
            }
        }
        for (int step : reading.steps().keySet()) {
            var line = Words.set(worked.line(worked.equations().get(step)));
            boolean scored = line.stream().anyMatch(SCORED::contains)
                    || (step == reading.answer()
                            && Words.stems(new Naming(problem).question()).stream()
                                    .anyMatch(SCORED::contains));
            var result = sizes.step(step);
            if (scored && (total >= 0 || result.value().compareTo(LOW) >= 0)) {
                sizes.keep(result, "<=", limit);
            }
        }
    }

    /** Nobody is older than a hundred, unless somebody was. */
    private void ages() {
        for (int step : reading.steps().keySet()) {
            if (AGED.matcher(worked.line(worked.equations().get(step))).find()) {
                sizes.keep(sizes.step(step), "<=", Sizes.constant(FULL));
            }
        }
    }

    /** No day has more than 24 hours, and few pets live to be 30, unless they did. */
    private void atMost(String unit, Rational limit) {
        for (int variable : reading.variables()) {
            if (problem.right(variable).stream().limit(1).anyMatch(unit::equals)) {
                sizes.keep(sizes.number(variable), "<=", Sizes.constant(limit));
            }
        }
        for (int step : reading.steps().keySet()) {
            boolean asked = step == reading.answer()
                    && Words.stems(new Naming(problem).question()).contains(unit.equals(YEARS) ? "old" : unit);
            if (asked || sizes.unit(step).stream().limit(1).anyMatch(unit::equals)) {
                sizes.keep(sizes.step(step), "<=", Sizes.constant(limit));
            }
        }
    }

    /** What is counted in the unit of a threshold stays on its side. */
    private void thresholds() {
        for (int threshold = 0; threshold < problem.numbers.size(); threshold++) {
            var number = problem.numbers.get(threshold);
            boolean said =
                    THRESHOLD.matcher(problem.text.substring(0, number.start())).find();
            if (!said
                    || !problem.numbers.get(threshold).count()
                    || problem.right(threshold).isEmpty()) {
                continue;
            }
            var unit = problem.right(threshold).getFirst();
            for (int other : reading.variables()) {
                if (problem.numbers.get(other).count()
                        && problem.right(other).stream().limit(1).anyMatch(unit::equals)) {
                    side(sizes.number(other), sizes.number(threshold));
                }
            }
            for (int step : reading.steps().keySet()) {
                if (sizes.unit(step).stream().limit(1).anyMatch(unit::equals)) {
                    side(sizes.step(step), sizes.number(threshold));
                }
            }
        }
    }

    private void side(Sizes.Size size, Sizes.Size threshold) {
        sizes.keep(size, "<=", threshold);
        sizes.keep(threshold, "<", size);
    }

    /** A count that needs one pack and some more still needs one. */
    private void packs(Expression part) {
        if (part
                        instanceof
                        Expression.Operation(String operator, Expression.Name(String all), Expression.Name(String size))
                && operator.equals("-")
                && size.startsWith("q")) {
            int pack = Integer.parseInt(size.substring(1));
            var whole = sizes.named(all);
            boolean packed = Stream.concat(
                            problem.right(pack).stream().limit(2),
                            problem.left(pack).reversed().stream().limit(2))
                    .anyMatch(PACKS::contains);
            if (packed && whole.value().compareTo(value(pack)) > 0) {
                sizes.keep(whole, "<", sizes.number(pack).times(2));
            }
        }
    }

    private Rational value(int number) {
        return problem.numbers.get(number).value();
    }
}
