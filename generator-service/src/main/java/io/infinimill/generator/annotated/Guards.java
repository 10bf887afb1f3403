package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a template wrong under other numbers although it is right under its own. */
final class Guards {

    private static final Pattern CHOICE = Pattern.compile(
            "\\b(?:greatest|highest|lowest|cheap\\w*|least expensive|most expensive|best (?:deal|price|value|option)|whichever|fewest|minimum|maximum|optimal|as possible|the most|the least|better|which (?:is|one|store|option|of))\\b");
    private static final Pattern PATTERN = Pattern.compile("\\b(?:pattern|sequence|and so on|and so forth)\\b");
    /** Conditions that no arithmetic of a solution shows. */
    private static final Pattern UNSAID = Pattern.compile("\\btriangle\\b[^.?!]*\\b(?:sides?|angles?|perimeter)\\b"
            + "|\\b(?:sides?|angles?|perimeter)\\b[^.?!]*\\btriangle\\b"
            + "|\\bletters? (?:in|of|does|do|than)\\b|\\bis cheaper\\b"
            + "|(?s:\\b(?:inch(?:es)?|feet|foot|cm|meters?)\\b.*)\\bhow many\\b[^.?!]*\\bfit\\b");

    private static final Set<String> LENGTHS =
            Set.copyOf(Words.stems("inch inches foot feet ft cm centimeters m meters yards"));
    private static final Rational SMALL = Rational.of(12);
    private static final Rational COUNTED = Rational.of(4);

    private Guards() {}

    static @Nullable Refused check(Problem problem, Worked worked, Reading reading, Set<Integer> frozen) {
        if ((CHOICE.matcher(problem.lower).find() || Orders.ranks(problem)) && choice(problem, worked, reading)) {
            return new Refused("choice", "other numbers may make another choice the best");
        }
        if (PATTERN.matcher(problem.lower).find()) {
            return new Refused("sequence", "its numbers follow a pattern that other numbers would break");
        }
        if (UNSAID.matcher(problem.lower).find()) {
            return new Refused("unsaid_condition", "a condition that the solution does not show limits its numbers");
        }
        if (reading.steps().keySet().stream().anyMatch(step -> volumes(step, problem, worked, reading))) {
            return new Refused("unsaid_condition", "how many fit depends on each side, not only on the volume");
        }
        var hidden = Hidden.constant(problem, worked, reading);
        if (hidden != null) {
            return new Refused("unexplained_constant", "%s may come from numbers of the question".formatted(hidden));
        }
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (reading.mention(i, problem) >= 0 || frozen.contains(i) || !number.changeable()) {
                continue;
            }
            if (number.form() == Form.NUMERATOR
                    && reading.variables().contains(i + 1)
                    && number.value().equals(Rational.ONE)) {
                continue;
            }
            if (number.percent()) {
                return new Refused("unused_number", "%s percent has no use".formatted(number.value()));
            }
            if (!live(i, reading) && distinct(problem, i, worked) && !Totals.sum(problem, i)) {
                return new Refused("unused_number", "%s has no use".formatted(number.value()));
            }
            for (int step : reading.steps().keySet()) {
                if (worked.equations().get(step).result().equals(number.value())
                        && (number.value().compareTo(SMALL) > 0 || shares(problem, i, worked, step))) {
                    return new Refused("redundant_number", "%s is also computed".formatted(number.value()));
                }
            }
        }
        return null;
    }

    /** Whether a volume or area is divided by another: bricks fill a box only where they fit each of its sides. */
    private static boolean volumes(int step, Problem problem, Worked worked, Reading reading) {
        var choices = reading.choices().get(step);
        return choices.size() == 2
                && worked.equations().get(step).shape().print().contains("/")
                && choices.stream().allMatch(choice -> sides(choice, problem, worked, reading) > 1);
    }

    private static int sides(Candidate choice, Problem problem, Worked worked, Reading reading) {
        if (!(choice.expression() instanceof Expression.Name(String name))) {
            return 0;
        }
        int index = Integer.parseInt(name.substring(1));
        if (name.startsWith("q")) {
            return problem.right(index).stream().limit(1).anyMatch(LENGTHS::contains) ? 1 : 0;
        }
        var product = worked.equations().get(index).shape().print().matches("[^-+/]*");
        return !product
                ? 0
                : reading.choices().get(index).stream()
                        .mapToInt(factor -> sides(factor, problem, worked, reading))
                        .sum();
    }

    private static boolean choice(Problem problem, Worked worked, Reading reading) {
        boolean dead = false;
        for (int i = 0; i < worked.equations().size(); i++) {
            var alias = reading.aliases().get(i);
            dead |= alias instanceof Expression.Name(String name)
                    && name.startsWith("s")
                    && !reading.steps().containsKey(Integer.parseInt(name.substring(1)));
        }
        int unused = 0;
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            boolean bound = reading.choices().stream()
                    .flatMap(List::stream)
                    .flatMap(choice -> choice.expression().names().stream())
                    .toList()
                    .contains("q" + problem.original(i));
            unused += number.changeable() && !bound && !number.value().equals(Rational.ONE) ? 1 : 0;
        }
        return dead || unused > 0;
    }

    /** Whether the answer depends on a number, also as a constant. */
    private static boolean live(int number, Reading reading) {
        return reading.steps().keySet().stream()
                .flatMap(step -> reading.choices().get(step).stream())
                .anyMatch(choice -> choice.expression().names().contains("q" + number));
    }

    /**
     * A number that is not used is no error where it counts what the story goes through ("all three of them") or says something
     * of which the solution never speaks.
     */
    private static boolean distinct(Problem problem, int index, Worked worked) {
        var number = problem.numbers.get(index);
        if (problem.right(index).isEmpty() || number.money() || number.percent()) {
            return true;
        }
        if (number.count() && number.value().compareTo(COUNTED) <= 0) {
            return false;
        }
        var things = Words.first(problem.right(index), 2);
        return worked.lines().stream()
                .map(Words::set)
                .anyMatch(line -> things.stream().anyMatch(line::contains));
    }

    private static boolean shares(Problem problem, int number, Worked worked, int step) {
        var words = Words.set(worked.line(worked.equations().get(step)));
        return problem.right(number).stream().limit(1).anyMatch(words::contains);
    }

    /** Keeps the signs of differences and the order of a fraction's parts. */
    static List<String> conditions(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        Set<String> conditions = new LinkedHashSet<>();
        reading.steps().forEach((index, expression) -> {
            expression.walk(part -> {
                if (part instanceof Expression.Operation(String operator, Expression left, Expression right)
                        && operator.equals("-")) {
                    difference(left, right, problem, worked, names, conditions);
                }
            });
        });
        for (int variable : reading.variables()) {
            var number = problem.numbers.get(variable);
            if (number.form() == Form.NUMERATOR && reading.variables().contains(variable + 1)) {
                int order = number.value()
                        .compareTo(problem.numbers.get(variable + 1).value());
                conditions.add("%s %s %s"
                        .formatted(
                                names.get("q" + variable),
                                order < 0 ? "<" : order > 0 ? ">" : "==",
                                names.get("q" + (variable + 1))));
            }
        }
        if (!worked.lines().isEmpty()) {
            var sizes = new Sizes(problem, worked, reading, names);
            Bounds.add(sizes);
            Limits.add(sizes);
            Orders.add(sizes);
            conditions.addAll(sizes.conditions());
        }
        return new ArrayList<>(conditions);
    }

    private static void difference(
            Expression left,
            Expression right,
            Problem problem,
            Worked worked,
            Map<String, String> names,
            Set<String> conditions) {
        if (left.names().isEmpty() && right.names().isEmpty()) {
            return;
        }
        Map<String, Rational> values = new HashMap<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            values.put("q" + i, problem.numbers.get(i).value());
        }
        for (int i = 0; i < worked.equations().size(); i++) {
            values.put("s" + i, worked.equations().get(i).result());
        }
        int order = left.evaluate(values).compareTo(right.evaluate(values));
        conditions.add("%s %s %s"
                .formatted(
                        Drafting.named(left, names).print(),
                        order > 0 ? ">" : order < 0 ? "<" : "==",
                        Drafting.named(right, names).print()));
    }
}
