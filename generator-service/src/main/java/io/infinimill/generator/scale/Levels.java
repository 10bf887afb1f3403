package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which a search gives values to variables, and for each level the steps and conditions that can be
 * evaluated from there on. A condition is asked as early as it can be, so that the cost of tight conditions adds up and
 * does not multiply.
 */
final class Levels {

    /** A step at its place in the array of quantities. */
    record Computation(int place, Estimate.Value value) {}

    /** One variable, with what can be evaluated once it has a value. */
    static final class Level {

        private final int variable;
        private final Domain domain;
        private final double[] estimates;
        private final List<Computation> steps;
        private final List<Estimate.Check> checks;

        Level(int variable, Domain domain, List<Computation> steps, List<Estimate.Check> checks) {
            this.variable = variable;
            this.domain = domain;
            this.steps = List.copyOf(steps);
            this.checks = List.copyOf(checks);
            estimates = domain.estimates();
        }

        /** Its index in the template and its place in the array of quantities. */
        int variable() {
            return variable;
        }

        Domain domain() {
            return domain;
        }

        int size() {
            return estimates.length;
        }

        /** Puts its value of that index in its place and says whether everything holds that can be asked by now. */
        boolean holds(int index, double[] quantities) {
            quantities[variable] = estimates[index];
            for (var step : steps) {
                quantities[step.place()] = step.value().of(quantities);
            }
            for (var check : checks) {
                if (!check.of(quantities)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final int places;

    Levels(Quantities quantities) {
        var names = new HashMap<String, Integer>();
        var needs = new HashMap<String, Set<Integer>>();
        var variables = quantities.variables();
        for (int i = 0; i < variables.size(); i++) {
            names.put(variables.get(i).name(), i);
            needs.put(variables.get(i).name(), Set.of(i));
        }
        quantities.steps().forEach((name, expression) -> {
            names.put(name, names.size());
            needs.put(name, needed(expression.names(), needs));
        });
        places = names.size();
        var domains = variables.stream().map(Domain::of).toList();
        var conditions = new HashMap<Condition, Set<Integer>>();
        quantities.conditions().forEach(condition -> conditions.put(condition, needed(condition.names(), needs)));
        var done = new HashSet<Integer>();
        var doneSteps = new HashSet<String>();
        var open = new ArrayList<>(quantities.conditions());
        while (done.size() < variables.size()) {
            int next = next(domains, conditions, open, done);
            done.add(next);
            var steps = new ArrayList<Computation>();
            for (Map.Entry<String, Expression> step : quantities.steps().entrySet()) {
                if (!doneSteps.contains(step.getKey())
                        && done.containsAll(needs.getOrDefault(step.getKey(), Set.of()))) {
                    doneSteps.add(step.getKey());
                    steps.add(new Computation(
                            names.getOrDefault(step.getKey(), 0), Estimate.value(step.getValue(), names)));
                }
            }
            var ready = open.stream()
                    .filter(condition -> done.containsAll(conditions.getOrDefault(condition, Set.of())))
                    .toList();
            open.removeAll(ready);
            levels.add(new Level(
                    next,
                    domains.get(next),
                    steps,
                    ready.stream()
                            .map(condition -> Estimate.check(condition, names))
                            .toList()));
        }
    }

    List<Level> levels() {
        return levels;
    }

    /** Length of the array of quantities: variables, then steps. */
    int places() {
        return places;
    }

    private static Set<Integer> needed(Set<String> names, Map<String, Set<Integer>> needs) {
        var needed = new HashSet<Integer>();
        names.forEach(name -> needed.addAll(needs.getOrDefault(name, Set.of())));
        return needed;
    }

    /** What completes the most conditions; among equals the variable with the fewest values. */
    private static int next(
            List<Domain> domains, Map<Condition, Set<Integer>> conditions, List<Condition> open, Set<Integer> done) {
        int best = -1;
        long bestScore = Long.MIN_VALUE;
        for (int i = 0; i < domains.size(); i++) {
            if (done.contains(i)) {
                continue;
            }
            var with = new HashSet<>(done);
            with.add(i);
            long completed = open.stream()
                    .filter(condition -> with.containsAll(conditions.getOrDefault(condition, Set.of())))
                    .count();
            long score = completed * (2L + Integer.MAX_VALUE) - domains.get(i).size();
            if (domains.get(i).size() == 1) {
                score = Long.MAX_VALUE;
            }
            if (best < 0 || score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }
}
