package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Reads worked text with calculator annotations, {@code 48/2 = <<48/2=24>>24 clips}, and the plain arithmetic beside them. */
final class CalculatorNotes {

    private static final Pattern NOTE = Pattern.compile("<<([^<>]*?)=([^<>=]*)>>");
    private static final Pattern RESULT = Pattern.compile("\\G[\\s=$€£]*(-?)(" + TextNumbers.DIGITS + ")");

    private CalculatorNotes() {}

    static Worked read(String solution) {
        List<String> lines = new ArrayList<>();
        List<Equation> equations = new ArrayList<>();
        for (var raw : solution.split("\\R")) {
            if (!raw.isBlank() && !raw.startsWith("####")) {
                read(lines.size(), plain(raw.strip()), lines, equations);
            }
        }
        return new Worked(lines, equations);
    }

    private static void read(int index, String raw, List<String> lines, List<Equation> equations) {
        var clean = new StringBuilder();
        List<Equation> noted = new ArrayList<>();
        var matcher = NOTE.matcher(raw);
        int from = 0;
        while (matcher.find()) {
            clean.append(raw, from, matcher.start());
            from = matcher.end();
            try {
                var literal = Expression.parse(tidy(matcher.group(1)));
                if (literal instanceof Expression.Literal) {
                    continue; // a note of a number is no computation
                }
                noted.add(Equation.of(index, literal, clean.length(), clean.length()));
            } catch (IllegalArgumentException | ArithmeticException _) {
                // not arithmetic: the prose around it may still be
            }
        }
        clean.append(raw.substring(from));
        var line = clean.toString();
        lines.add(line);
        List<Equation> all = new ArrayList<>();
        int bound = 0;
        for (var equation : noted) {
            var placed = place(line, equation, bound);
            bound = Math.max(placed.resultEnd(), placed.at());
            all.add(placed);
        }
        for (var plain : Prose.equations(index, line)) {
            if (all.stream().noneMatch(note -> covers(note, plain))) {
                all.add(plain);
            }
        }
        all.sort(Comparator.comparingInt(Equation::at));
        equations.addAll(all);
    }

    /** Writes fraction characters with a slash. */
    static String plain(String text) {
        return text.replaceAll("(?<=\\d)¼", ".25")
                .replaceAll("(?<=\\d)½", ".5")
                .replaceAll("(?<=\\d)¾", ".75")
                .replace("¼", "1/4")
                .replace("½", "1/2")
                .replace("¾", "3/4")
                .replace("⅓", "1/3")
                .replace("⅔", "2/3")
                .replace("⅕", "1/5");
    }

    private static boolean covers(Equation note, Equation plain) {
        return Math.abs(note.at() - plain.at()) <= 3
                || (note.resultStart() >= 0 && note.resultStart() == plain.resultStart())
                || (plain.start() < note.at()
                        && note.start() < plain.at()
                        && note.result().equals(plain.result()));
    }

    private static String tidy(String expression) {
        var text = expression
                .replaceAll("[$,€£]", "")
                .replace('x', '*')
                .replace('×', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replaceAll("(" + TextNumbers.DIGITS + ") ?%", "($1/100)")
                .strip();
        return text.replaceAll("\\)\\s*\\(", ")*(").replaceAll("(\\d)\\s*\\(", "$1*(");
    }

    /** Finds the operands and the result in the prose: the operands stand, in order, before the note. */
    private static Equation place(String line, Equation equation, int bound) {
        var numbers = TextNumbers.ofSolution(line).stream()
                .filter(number -> number.start() >= bound && number.end() <= equation.at())
                .toList();
        var shown = Alignment.align(equation.operands(), numbers);
        int start = shown.stream()
                .filter(Operand::shown)
                .mapToInt(Operand::start)
                .min()
                .orElse(equation.at());
        var placed =
                new Equation(equation.line(), equation.shape(), shown, equation.result(), start, equation.at(), -1, -1);
        var result = RESULT.matcher(line);
        if (result.find(Math.min(equation.at(), line.length()))
                && Rational.parse(result.group(1) + result.group(2).replace(",", ""))
                        .equals(equation.result())) {
            return placed.withResult(result.start(2), result.end(2));
        }
        return placed;
    }
}
