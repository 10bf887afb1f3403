package io.infinimill.generator.annotated;

import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the numbers that may change. Ranges are inferred later. */
final class Variables {

    private Variables() {}

    static List<Variable> of(Problem problem, Reading reading, Map<String, String> names) {
        List<Variable> variables = new ArrayList<>();
        for (int index = 0; index < problem.numbers.size(); index++) {
            if (!names.containsKey("q" + index)) {
                continue;
            }
            var number = problem.numbers.get(index);
            BigDecimal value = number.value().toDecimal(0);
            variables.add(new Variable(
                    names.getOrDefault("q" + index, "q" + index),
                    number.value().isWhole() ? Variable.INTEGER : Variable.DECIMAL,
                    unit(problem, index),
                    value,
                    value,
                    BigDecimal.ONE,
                    value,
                    reading.variables().contains(index) ? Variable.USED : Variable.UNUSED));
        }
        return List.copyOf(variables);
    }

    private static @Nullable String unit(Problem problem, int index) {
        var number = problem.numbers.get(index);
        if (number.money()) {
            return "dollars";
        }
        if (number.percent()) {
            return "percent";
        }
        var noun = Phrases.after(problem.text.substring(number.end()), 1);
        return noun.isEmpty() ? null : noun;
    }
}
