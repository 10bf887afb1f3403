package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds the last step that a solution only says: cents for dollars, a percentage, rounding to whole things. */
final class Endings {

    private record Ending(String form, Pattern asked) {}

    private static final List<Ending> ALL = List.of(
            new Ending("r * 100", Pattern.compile("cents?\\b|percent|%|pennies")),
            new Ending("r / 100", Pattern.compile("dollars?\\b|\\$")),
            new Ending(
                    "ceil(r)",
                    Pattern.compile(
                            "cannot|can't|can’t|can not|round\\w*|need\\w*|at least|whole|must|minimum|have to")),
            new Ending(
                    "floor(r)",
                    Pattern.compile("cannot|can't|can’t|can not|round\\w*|only|at most|whole|full|complete|maximum")),
            new Ending("round(r)", Pattern.compile("round\\w*|nearest")));

    private static final Pattern NEAREST = Pattern.compile("\\bnearest\\b");

    private Endings() {}

    static @Nullable Worked extend(Problem problem, Worked worked, Rational expected) {
        if (worked.equations().isEmpty()) {
            return null;
        }
        int last = worked.equations().size() - 1;
        var result = worked.equations().get(last).result();
        var line = worked.lines().isEmpty() ? "" : worked.lines().getLast();
        var text = new Naming(problem).question().toLowerCase(Locale.ROOT) + " " + line.toLowerCase(Locale.ROOT);
        for (var ending : ALL) {
            var shape = Expression.parse(ending.form());
            if (NEAREST.matcher(text).find() && ending.form().matches("ceil.*|floor.*")) {
                continue;
            }
            if (ending.asked().matcher(text).find()
                    && (ending.form().contains("100") || !result.isWhole())
                    && shape.evaluate(Map.of("r", result)).equals(expected)) {
                List<Equation> equations = new ArrayList<>(worked.equations());
                var step = new Expression.Name("s" + last);
                equations.add(new Equation(
                        worked.lines().size() - 1,
                        shape.replace(name -> step),
                        List.of(),
                        expected,
                        line.length(),
                        line.length(),
                        -1,
                        -1));
                return new Worked(worked.lines(), equations);
            }
        }
        return null;
    }
}
