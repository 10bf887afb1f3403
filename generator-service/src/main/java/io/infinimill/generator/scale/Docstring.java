package io.infinimill.generator.scale;

import io.infinimill.model.Variable;
import org.jspecify.annotations.Nullable;

/** The docstring of a program: its purpose, each variable with type, unit and range, the expected output. */
final class Docstring {

    private Docstring() {}

    static String of(ProgramText program) {
        var lines = new StringBuilder();
        line(lines, 1, "\"\"\"Purpose: " + quoted(program.purpose()));
        if (!program.variables().isEmpty()) {
            line(lines, 1, "Variables:");
            program.variables().forEach(variable -> line(lines, 2, quoted(described(variable))));
        }
        program.steps().stream()
                .filter(step -> step.name().equals(program.answer()))
                .map(step -> step.name() + " (" + typed(step.type(), step.unit()) + ")")
                .forEach(output -> line(lines, 1, "Expected output: " + quoted(output)));
        line(lines, 1, "\"\"\"");
        return lines.toString();
    }

    private static void line(StringBuilder lines, int depth, String text) {
        lines.append(ProgramText.INDENT.repeat(depth)).append(text).append('\n');
    }

    private static String described(Variable variable) {
        var text = variable.name() + " (" + typed(variable.type(), variable.unit()) + ")";
        if (variable.min().compareTo(variable.max()) < 0) {
            text += ": " + ProgramText.literal(variable.min()) + " to " + ProgramText.literal(variable.max());
        }
        return variable.role().equals(Variable.UNUSED) ? text + ", not needed" : text;
    }

    private static String typed(String type, @Nullable String unit) {
        return unit == null || unit.isBlank() ? type : type + ", " + unit;
    }

    private static String quoted(String text) {
        return ProgramText.line(text).replace("\\", "/").replace("\"", "'");
    }
}
