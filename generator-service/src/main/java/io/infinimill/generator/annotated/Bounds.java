package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions that keep a part within its whole where no subtraction does. */
final class Bounds {

    private static final Rational LEAST = Rational.of(2);
    private static final Rational HUNDRED = Rational.of(100);

    static final Set<String> PEOPLE = Set.copyOf(Words.stems(
            "students pupils people persons children kids boys girls men women adults teachers members employees workers"
                    + " guests passengers players residents voters customers patients friends siblings brothers sisters sons"
                    + " daughters classmates cousins roommates"));

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Map<String, String> names;
    private final Set<String> conditions = new LinkedHashSet<>();

    private Bounds(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.names = names;
    }

    static Set<String> of(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        var bounds = new Bounds(problem, worked, reading, names);
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (!number.plain() || number.percent() || number.value().compareTo(LEAST) <= 0) {
                continue;
            }
            if (reading.variables().contains(i)) {
                bounds.answer(i, names.getOrDefault("q" + i, ""));
            } else if (reading.mention(i, problem) < 0) {
                bounds.unused(i);
            }
        }
        bounds.people();
        bounds.percents();
        return bounds.conditions;
    }

    /** Of the things that are asked for there were no more than a number of them. */
    private void answer(int variable, String name) {
        var asked = Words.set(new Naming(problem).question());
        if (things(variable).stream().anyMatch(asked::contains)) {
            keep(result(reading.answer()), names.getOrDefault("s" + reading.answer(), ""), value(variable), name);
        }
    }

    /** What has no use still limits what is of its kind. */
    private void unused(int number) {
        var things = things(number);
        var limit = value(number).toString();
        for (int variable : reading.variables()) {
            var other = problem.numbers.get(variable);
            boolean same = other.money()
                    ? problem.numbers.get(number).money()
                    : things(variable).stream().anyMatch(things::contains)
                            || things(variable).isEmpty();
            if (same && other.plain() && !other.percent()) {
                keep(other.value(), names.getOrDefault("q" + variable, ""), value(number), limit);
            }
        }
        for (int step : reading.steps().keySet()) {
            var line = Words.set(worked.line(worked.equations().get(step)));
            if (problem.numbers.get(number).money() || things.stream().anyMatch(line::contains)) {
                keep(result(step), names.getOrDefault("s" + step, ""), value(number), limit);
            }
        }
    }

    /** The girls of a class are no more than its pupils; who outnumbers whom stays as it is. */
    private void people() {
        for (int variable = 0; variable < problem.numbers.size(); variable++) {
            for (int other = 0; other < problem.numbers.size(); other++) {
                boolean changes = reading.variables().contains(variable)
                        || reading.variables().contains(other);
                if (changes && counts(variable) && counts(other)) {
                    keep(value(variable), name(variable), value(other), name(other));
                }
            }
        }
    }

    private boolean counts(int number) {
        return problem.numbers.get(number).plain()
                && !problem.numbers.get(number).percent()
                && problem.original(number) == number
                && things(number).stream().anyMatch(PEOPLE::contains);
    }

    private String name(int number) {
        return reading.variables().contains(number)
                ? names.getOrDefault("q" + number, "")
                : value(number).toString();
    }

    private void keep(Rational part, String partName, Rational whole, String wholeName) {
        if (part.compareTo(whole) < 0 && !partName.equals(wholeName)) {
            conditions.add("%s <= %s".formatted(partName, wholeName));
        }
    }

    private Set<String> things(int number) {
        return new HashSet<>(Words.first(problem.right(number), 2));
    }

    private Rational value(int number) {
        return problem.numbers.get(number).value();
    }

    private Rational result(int step) {
        return worked.equations().get(step).result();
    }

    /** Shares of one whole stay within it. */
    private void percents() {
        List<String> terms = new ArrayList<>();
        var sum = Rational.ZERO;
        for (int i = 0; i < problem.numbers.size(); i++) {
            if (problem.numbers.get(i).percent() && problem.original(i) == i) {
                terms.add(name(i));
                sum = sum.plus(value(i));
            }
        }
        if (terms.size() > 1 && sum.compareTo(HUNDRED) <= 0) {
            conditions.add(String.join(" + ", terms) + " <= 100");
        }
    }
}
