package io.infinimill.generator.annotated;

import io.infinimill.model.Step;
import io.infinimill.model.Variable;
import java.util.List;
import java.util.stream.Collectors;

/** A plain Python function of the steps; the scaling renders it anew with its ranges. */
final class Program {

    private Program() {}

    static String text(String function, String question, List<Variable> variables, List<Step> steps, String answer) {
        var used = variables.stream().map(Variable::name).collect(Collectors.joining(", "));
        var text = new StringBuilder("def %s(%s):\n".formatted(function, used));
        var purpose = Comments.of(question.replace('?', ' '), "", function);
        text.append("    \"\"\"Purpose: ").append(purpose.replace("\"", "'").replace("\\", "")).append(".\n");
        text.append("    Variables: ")
                .append(variables.stream()
                        .map(variable -> variable.name() + " (" + variable.type() + ")")
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        text.append("    Expected output: ").append(answer.replace('_', ' ')).append(".\"\"\"\n");
        for (var step : steps) {
            text.append("    # ").append(step.comment()).append('\n');
            text.append("    ").append(step.name()).append(" = ").append(step.expression()).append('\n');
        }
        return text.append("    return ").append(answer).append('\n').toString();
    }
}
