package io.infinimill.generator.taught;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A teacher's Python text, cut to its function and the imports before it: calls and prints around it go.
 *
 * @param text what is executed
 * @param function the name of the function
 * @param parameters in order
 * @param body the function's lines without its docstring
 */
record Source(String text, String function, List<String> parameters, List<String> body) {

    private static final Pattern DEFINITION =
            Pattern.compile("def\\s+(\\w+)\\s*\\(([^)]*)\\)\\s*(?:->[^:]*)?:\\s*(?:#.*)?");
    private static final Pattern IMPORT = Pattern.compile("(?:import math|from math import [\\w, ]+)\\s*");
    private static final Pattern DOCSTRING = Pattern.compile("^\\s*[rR]?(\"\"\"|''')(?s:.*?)\\1\\s*?\\n");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'");
    private static final Pattern LITERAL =
            Pattern.compile("(?<![\\w.])(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final int LONGEST = 8_000;

    static Source of(String program) throws Unfit {
        var plain = Proposing.unfenced(program).replace("\t", "    ").replace("\r", "");
        if (plain.length() > LONGEST) {
            throw new Unfit("bad_program", "the program has %d characters".formatted(plain.length()));
        }
        var imports = new ArrayList<String>();
        var lines = new ArrayList<String>();
        Matcher definition = null;
        boolean inside = false;
        for (var line : plain.split("\n")) {
            var start = DEFINITION.matcher(line);
            if (start.matches()) {
                if (definition != null) {
                    throw new Unfit("bad_program", "the program has more than one function");
                }
                definition = start;
                inside = true;
                lines.add(line);
            } else if (definition == null && IMPORT.matcher(line).matches()) {
                imports.add(line.strip());
            } else if (inside && (line.isBlank() || line.startsWith(" ") || line.startsWith("#"))) {
                lines.add(line.stripTrailing());
            } else {
                inside = false;
            }
        }
        if (definition == null) {
            throw new Unfit("no_function", "the program defines no function in the form 'def name(parameters):'");
        }
        var parameters = Arrays.stream(definition.group(2).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("\\s*:.*$", ""))
                .toList();
        var head = imports.isEmpty() ? "" : String.join("\n", imports) + "\n\n\n";
        var text = head + String.join("\n", lines).strip() + "\n";
        var rest = String.join("\n", lines.subList(1, lines.size())) + "\n";
        return new Source(
                text,
                definition.group(1),
                parameters,
                DOCSTRING.matcher(rest).replaceFirst("").lines().toList());
    }

    /** The numbers that stand in the code. */
    Set<BigDecimal> literals() {
        var literals = new HashSet<BigDecimal>();
        var matcher = LITERAL.matcher(code());
        while (matcher.find()) {
            literals.add(new BigDecimal(matcher.group().replace("_", "").replaceFirst("\\.$", "")));
        }
        return literals;
    }

    /** The names that stand in the code. */
    Set<String> names() {
        return WORD.matcher(code()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private String code() {
        return body.stream()
                .map(line -> QUOTED.matcher(line).replaceAll("''").replaceFirst("#.*$", ""))
                .collect(Collectors.joining("\n"));
    }
}
