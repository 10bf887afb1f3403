package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the numbers and steps of a reading amount to, and the conditions under which they compare as they did. */
final class Sizes {

    final Problem problem;
    final Worked worked;
    final Reading reading;
    private final Map<String, String> names;
    private final Set<String> conditions = new LinkedHashSet<>();

    /**
     * @param value under the original's numbers
     * @param name in conditions; empty where nothing names it
     * @param changes whether it is another under other numbers
     */
    record Size(Rational value, String name, boolean changes) {

        Size times(int factor) {
            return new Size(value.times(Rational.of(factor)), factor + " * " + name, changes);
        }
    }

    Sizes(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.names = names;
    }

    Set<String> conditions() {
        return conditions;
    }

    Size number(int number) {
        var value = problem.numbers.get(number).value();
        return reading.variables().contains(number)
                ? new Size(value, names.getOrDefault("q" + number, ""), true)
                : constant(value);
    }

    Size step(int step) {
        return new Size(worked.equations().get(step).result(), names.getOrDefault("s" + step, ""), true);
    }

    /** Of an internal name, {@code q3} or {@code s2}. */
    Size named(String name) {
        int index = Integer.parseInt(name.substring(1));
        return name.startsWith("q") ? number(index) : step(index);
    }

    static Size constant(Rational value) {
        return new Size(value, value.toString(), false);
    }

    /** The words that directly follow the result of a step in its line. */
    List<String> unit(int step) {
        var equation = worked.equations().get(step);
        var line = worked.line(equation);
        return equation.resultEnd() > 0
                ? Words.first(Words.stems(line.substring(Math.min(equation.resultEnd(), line.length()))), 2)
                : List.of();
    }

    /** Requires what holds of the original's numbers; what does not hold is not required. */
    void keep(Size some, String operator, Size other) {
        int order = some.value().compareTo(other.value());
        boolean holds = order < 0 || (order == 0 && operator.equals("<="));
        boolean said = !some.name().isEmpty()
                && !other.name().isEmpty()
                && !some.name().equals(other.name());
        if (holds && said && (some.changes() || other.changes())) {
            conditions.add("%s %s %s".formatted(some.name(), operator, other.name()));
        }
    }

    /** The same where the original's differ. */
    void within(Size part, Size whole) {
        if (!part.value().equals(whole.value())) {
            keep(part, "<=", whole);
        }
    }

    /** Requires a condition as it stands. */
    void require(String condition) {
        conditions.add(condition);
    }
}
