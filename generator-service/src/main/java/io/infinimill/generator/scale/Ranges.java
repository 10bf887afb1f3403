package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Infers from one problem which other numbers make sense in it: a range for each variable, and the conditions that keep
 * what its own numbers keep. It starts close to the seed's numbers and widens until there are enough sets of numbers.
 */
public final class Ranges {

    private static final long SEED = 1;

    private Ranges() {}

    /**
     * The template with ranges and conditions, its own conditions among them, and its program and id anew. A template
     * without steps keeps its conditions and program; only ranges are inferred, and only where it has none.
     */
    public static Template infer(Template template) {
        var values = Quantities.of(template).evaluate(Quantities.of(template).original());
        var verbatim =
                new TextTemplate(template.generalQuestion(), template.seed().question(), values).verbatim();
        var best = template;
        int most = 0;
        for (var leeway : Leeway.WIDENING) {
            var candidate = within(template, values, verbatim, leeway);
            int count = count(candidate, leeway.enough());
            if (count > most) {
                best = candidate;
                most = count;
            }
            if (count >= leeway.enough()) {
                break;
            }
        }
        return best.answer() == null
                ? best
                : Rewritten.withProgram(best, ProgramText.of(best).source(true));
    }

    private static Template within(
            Template template, Map<String, Rational> values, Set<String> verbatim, Leeway leeway) {
        var variables = template.variables().stream()
                .map(variable -> ranged(template, variable, verbatim, leeway))
                .toList();
        var conditions = new LinkedHashSet<>(template.conditions());
        Invariants.of(template, variables, values, leeway).stream()
                .map(Condition::toString)
                .forEach(conditions::add);
        return Rewritten.withRanges(template, variables, List.copyOf(conditions));
    }

    private static Variable ranged(Template template, Variable variable, Set<String> verbatim, Leeway leeway) {
        if (variable.min().compareTo(variable.max()) < 0) {
            return variable;
        }
        var range = verbatim.contains(variable.name())
                ? new Neighbourhood(variable.value(), variable.value(), BigDecimal.ONE)
                : Neighbourhood.of(variable, Surroundings.of(template, variable), leeway);
        return new Variable(
                variable.name(),
                variable.type(),
                variable.unit(),
                range.min(),
                range.max(),
                range.step(),
                variable.value(),
                variable.role());
    }

    private static int count(Template template, int enough) {
        var sets = new NumberSets(Quantities.of(template), new SplittableRandom(SEED));
        int count = 0;
        while (count < enough && sets.hasNext()) {
            sets.next();
            count++;
        }
        return count;
    }
}
