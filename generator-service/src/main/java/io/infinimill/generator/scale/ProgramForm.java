package io.infinimill.generator.scale;

import io.infinimill.generator.scale.PythonSource.Kind;
import io.infinimill.generator.scale.PythonSource.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the 2^k - 1 forms of a program: some variables are substituted back, that is, their parameter and their line of
 * the docstring are gone and a number stands where they occurred. It is made from the source text alone, so that programs
 * of a teacher have forms too; where the text assigns to the variable or has it in an f-string, an assignment at the
 * start of the body stands for the parameter instead.
 */
final class ProgramForm {

    private final String function;
    private final List<String> parameters;
    private final List<String> literals = new ArrayList<>();
    private final List<String> slots = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    /**
     * @param variables the function's parameters in order
     * @param substituted those that become numbers
     */
    ProgramForm(String source, String function, List<String> variables, Set<String> substituted, boolean docstring) {
        this.function = function;
        parameters =
                variables.stream().filter(name -> !substituted.contains(name)).toList();
        var python = PythonSource.of(source.stripTrailing() + "\n");
        int name = definition(python, function);
        int open = python.find("(", name, 0);
        int close = python.find(")", open, 0);
        int colon = python.find(":", close, 0);
        int end = end(python, colon);
        if (name < 0 || open < 0 || close < 0 || colon < 0) {
            throw new IllegalArgumentException("no function '%s' in: %s".formatted(function, source));
        }
        var assigned = substituted.stream()
                .filter(variable -> isAssigned(python, variable, colon, end))
                .collect(Collectors.toSet());
        copy(python, 0, open + 1);
        literal.append(keptParameters(python, open, close, substituted));
        copy(python, close, colon + 1);
        int body = docstring(python, colon + 1, substituted, docstring);
        assigned.stream().sorted().forEach(variable -> {
            literal.append("    ").append(variable).append(" = ");
            slot(variable);
            literal.append('\n');
        });
        for (int i = body; i < end; i++) {
            var token = python.tokens().get(i);
            boolean argument = token.depth() > 0 && python.near(i + 1, 1).is("=");
            if (token.kind() == Kind.NAME
                    && substituted.contains(token.text())
                    && !assigned.contains(token.text())
                    && !argument
                    && !python.near(i - 1, -1).is(".")) {
                slot(token.text());
            } else {
                literal.append(token.text());
            }
        }
        copy(python, end, python.tokens().size());
        literals.add(literal.toString().stripTrailing() + "\n\n");
    }

    /** The stand-alone program: the function and the line that prints its result. */
    String fill(Map<String, BigDecimal> values) {
        var text = new StringBuilder();
        for (int i = 0; i < slots.size(); i++) {
            text.append(literals.get(i)).append(number(values.get(slots.get(i))));
        }
        return text.append(literals.getLast())
                .append(ProgramText.call(function, parameters, values))
                .append('\n')
                .toString();
    }

    private static String number(@Nullable BigDecimal value) {
        var text = ProgramText.literal(value);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    private void slot(String variable) {
        literals.add(literal.toString());
        literal.setLength(0);
        slots.add(variable);
    }

    private void copy(PythonSource python, int from, int to) {
        python.tokens().subList(from, to).forEach(token -> literal.append(token.text()));
    }

    private static int definition(PythonSource python, String function) {
        for (int i = 1; i < python.tokens().size(); i++) {
            if (python.tokens().get(i).is(function) && python.near(i - 1, -1).is("def")) {
                return i;
            }
        }
        return -1;
    }

    /** Where the next statement without indentation begins. */
    private static int end(PythonSource python, int colon) {
        var tokens = python.tokens();
        for (int i = Math.max(colon, 0) + 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).kind() == Kind.NEWLINE
                    && tokens.get(i).depth() == 0
                    && (tokens.get(i + 1).kind() == Kind.NAME
                            || tokens.get(i + 1).kind() == Kind.OTHER)) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private static boolean isAssigned(PythonSource python, String variable, int from, int to) {
        var name = Pattern.compile("\\b" + Pattern.quote(variable) + "\\b");
        for (int i = from; i < to; i++) {
            var token = python.tokens().get(i);
            if (token.kind() == Kind.STRING
                    && token.text().matches("(?is)[rb]?f.*")
                    && name.matcher(token.text()).find()) {
                return true;
            }
            var after = python.near(i + 1, 1).text();
            var before = python.near(i - 1, -1).text();
            boolean target = (after.equals("=") && token.depth() == 0)
                    || after.matches(":=|(?:[-+*/%@&|^]|//|\\*\\*)=")
                    || before.matches("for|global|nonlocal|lambda|as")
                    || (token.depth() == 0 && (after.equals(",") || before.equals(",")));
            if (token.kind() == Kind.NAME && token.is(variable) && target) {
                return true;
            }
        }
        return false;
    }

    private static String keptParameters(PythonSource python, int open, int close, Set<String> substituted) {
        var kept = new ArrayList<String>();
        var parameter = new ArrayList<Token>();
        for (int i = open + 1; i <= close; i++) {
            var token = python.tokens().get(i);
            if (i < close && !(token.is(",") && token.depth() == 1)) {
                parameter.add(token);
                continue;
            }
            boolean goes = parameter.stream()
                    .filter(part -> part.kind() == Kind.NAME)
                    .findFirst()
                    .filter(first -> substituted.contains(first.text()))
                    .isPresent();
            var text = parameter.stream()
                    .map(Token::text)
                    .collect(Collectors.joining())
                    .strip();
            if (!goes && !text.isEmpty()) {
                kept.add(text);
            }
            parameter.clear();
        }
        return String.join(", ", kept);
    }

    /** Writes the docstring less the lines of what is substituted; returns where the rest of the body begins. */
    private int docstring(PythonSource python, int from, Set<String> substituted, boolean wanted) {
        int at = from;
        while (at < python.tokens().size()
                && (python.tokens().get(at).kind() == Kind.SPACE
                        || python.tokens().get(at).kind() == Kind.NEWLINE)) {
            at++;
        }
        if (at >= python.tokens().size() || python.tokens().get(at).kind() != Kind.STRING) {
            literal.append('\n');
            return from + 1;
        }
        if (wanted) {
            literal.append("\n    ").append(without(python.tokens().get(at).text(), substituted));
        }
        literal.append('\n');
        return at + 2;
    }

    private static String without(String docstring, Set<String> substituted) {
        var text = docstring;
        for (var variable : substituted) {
            text = text.replaceAll("(?m)^[ \\t]*[-*`]?" + Pattern.quote(variable) + "`?[ \\t]*[(:-][^\\n]*\\n", "");
        }
        return text.replaceAll("(?m)^[ \\t]*Variables:[ \\t]*\\n(?=[ \\t]*Expected output:)", "");
    }
}
