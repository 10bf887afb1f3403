package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains a number that the solution computes in silence, {@code 10} for {@code 7 + 3}, by two quantities used nowhere else. */
final class Implied {

    /** How well the line must speak of both quantities. */
    private static final double LEAST = 0.5;

    private Implied() {}

    static void add(int index, Rational value, Problem problem, Worked worked, Mention mention, List<Candidate> found) {
        List<String> names = new ArrayList<>();
        Map<String, Rational> values = new HashMap<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            if (number.changeable() && !number.percent() && problem.original(i) == i) {
                names.add("q" + i);
                values.put("q" + i, number.value());
            }
        }
        for (int i = 0; i < index; i++) {
            names.add("s" + i);
            values.put("s" + i, worked.equations().get(i).result());
        }
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                for (var operator : List.of("+", "-", "*")) {
                    boolean commutes = operator.equals("+") || operator.equals("*");
                    if (i == j || (commutes && j < i)) {
                        continue;
                    }
                    var expression = new Expression.Operation(
                            operator, new Expression.Name(names.get(i)), new Expression.Name(names.get(j)));
                    if (values.getOrDefault(names.get(j), Rational.ZERO).signum() != 0
                            && expression.evaluate(values).equals(value)) {
                        double least =
                                Math.min(fit(names.get(i), problem, mention), fit(names.get(j), problem, mention));
                        if (least < LEAST) {
                            continue;
                        }
                        double fit = fit(names.get(i), problem, mention) + fit(names.get(j), problem, mention);
                        found.add(new Candidate(expression, -3 + 0.5 * fit, null));
                    }
                }
            }
        }
    }

    private static double fit(String name, Problem problem, Mention mention) {
        return name.startsWith("q") ? problem.likeness(Integer.parseInt(name.substring(1)), mention) : 0.6;
    }

    /** Whether what implied computations use may change. */
    static boolean free(Reading reading, Set<Integer> frozen) {
        return reading.steps().keySet().stream()
                .flatMap(step -> reading.choices().get(step).stream())
                .filter(Implied::implied)
                .flatMap(choice -> choice.expression().names().stream())
                .noneMatch(name -> name.startsWith("q") && frozen.contains(Integer.parseInt(name.substring(1))));
    }

    private static boolean implied(Candidate choice) {
        return choice.expression() instanceof Expression.Operation(String _, Expression left, Expression right)
                && left instanceof Expression.Name
                && right instanceof Expression.Name
                && choice.expression().names().size() == 2
                && !fraction(choice.expression().names());
    }

    /** Whether each implied computation is the only one to use what it uses. */
    static boolean used(Hypothesis hypothesis) {
        Map<String, Integer> uses = new HashMap<>();
        var all = hypothesis.choices().stream().flatMap(List::stream).toList();
        all.forEach(choice -> choice.expression().names().forEach(name -> uses.merge(name, 1, Integer::sum)));
        return all.stream()
                .filter(Implied::implied)
                .allMatch(choice ->
                        choice.expression().names().stream().allMatch(name -> uses.getOrDefault(name, 0) == 1));
    }

    private static boolean fraction(Set<String> names) {
        var both = List.copyOf(names);
        return both.get(0).startsWith("q")
                && both.get(1).startsWith("q")
                && Math.abs(Integer.parseInt(both.get(0).substring(1))
                                - Integer.parseInt(both.get(1).substring(1)))
                        == 1;
    }
}
