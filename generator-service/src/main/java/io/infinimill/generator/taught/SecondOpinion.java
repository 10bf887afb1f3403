package io.infinimill.generator.taught;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether two proposals for one problem compute the same for other numbers. Two programs that are right for the problem by
 * luck seldom are so in the same way: 3 hours of 12 minutes give 3 * 60 / 12 + 1 and 12 + 3 + 1.
 */
public final class SecondOpinion {

    private static final int SETS = 6;

    private SecondOpinion() {}

    /** Both programs with the same changes to the numbers that both have as variables; none where they share none. */
    public static List<Call> calls(Template first, Template second) {
        try {
            var places = places(second).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
            var shared = new LinkedHashMap<String, String>();
            places(first).forEach((name, place) -> {
                var twin = places.get(place);
                if (twin != null) {
                    shared.put(name, twin);
                }
            });
            return shared.isEmpty()
                    ? List.of()
                    : List.of(call(first, List.copyOf(shared.keySet())), call(second, List.copyOf(shared.values())));
        } catch (Unfit e) {
            return List.of();
        }
    }

    /** Whether they agree wherever both return a number, and do so at least once. */
    public static boolean agree(List<List<Outcome>> outcomes) {
        boolean once = false;
        for (int i = 0; i < SETS && outcomes.size() == 2; i++) {
            if (outcomes.getFirst().get(i) instanceof Outcome.Returned(BigDecimal one, Map<String, BigDecimal> _)
                    && outcomes.getLast().get(i)
                            instanceof Outcome.Returned(BigDecimal two, Map<String, BigDecimal> _)) {
                if (!AnswerMatch.matches(one, two)) {
                    return false;
                }
                once = true;
            }
        }
        return once;
    }

    private static Map<String, Integer> places(Template template) throws Unfit {
        var values = template.variables().stream().collect(Collectors.toMap(Variable::name, Variable::value));
        return MaskedQuestion.of(template.seed().question(), template.generalQuestion(), values)
                .places();
    }

    private static Call call(Template template, List<String> changed) {
        var sets = new ArrayList<Map<String, Number>>();
        for (int i = 0; i < SETS; i++) {
            var values = new LinkedHashMap<String, Number>();
            for (var variable : template.variables()) {
                int place = changed.indexOf(variable.name());
                values.put(
                        variable.name(),
                        place < 0 ? variable.value() : Trial.changed(variable.value(), i + place * (i / 2 + 1)));
            }
            sets.add(values);
        }
        return new Call(new Program(template.program(), template.function()), sets);
    }
}
