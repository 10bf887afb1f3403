package io.infinimill.generator.annotated;

import java.util.regex.Pattern;

/**
 * The words around a computation that say what it computes, without numbers: {@code the tickets cost} and {@code dollars in
 * all}.
 *
 * @param lead what leads to the computation, or empty
 * @param tail what its result is called, or empty
 */
record Passage(String lead, String tail) {

    private static final Pattern BREAK = Pattern.compile(
            "[,;:.]\\s+(?:(?:so|and|then|which|thus|therefore|hence|that) )*|\\b(?:so|because|since|while|but|then|thus|therefore|hence|if|and)\\b,? (?:that )?");
    private static final Pattern STOP =
            Pattern.compile("[,;:.()=]|\\b(?:so|because|since|while|but|then|thus|as|and|which|if|when)\\b");
    private static final Pattern OPENING = Pattern.compile(
            "(?i)^(?:(?:so|then|thus|therefore|hence|first|next|finally|now|and|if|since|because|as|when|this means|that means|means|in total)\\b[, ]*(?:that )?)+");
    private static final Pattern HANGING = Pattern.compile(
            "(?i)(?:^|\\s)(?:from|of|in|for|at|to|with|the|a|an|on|by|than|per|is|are|was|and|each|every|through|after|or)$");
    private static final Pattern ARITHMETIC = Pattern.compile("[$€£¢{}<>=*/×÷+()]|(?<=\\s)[-–−x](?=\\s|$)|\\s-$");

    static Passage of(Worked worked, int step) {
        var equation = worked.equations().get(step);
        var line = worked.line(equation);
        int from = 0;
        int to = line.length();
        for (int i = 0; i < worked.equations().size(); i++) {
            var other = worked.equations().get(i);
            if (i < step && other.line() == equation.line()) {
                from = Math.max(from, end(other, line));
            } else if (i > step && other.line() == equation.line()) {
                to = Math.min(to, Math.max(other.start(), end(equation, line)));
            }
        }
        int end = end(equation, line);
        if (end == 0) {
            return new Passage("", "");
        }
        int start = Math.clamp(equation.start(), Math.min(from, end), end);
        return new Passage(
                lead(line.substring(Math.min(from, start), start)), tail(line.substring(end, Math.max(end, to))));
    }

    private static int end(Equation equation, String line) {
        return Math.clamp(Math.max(equation.at(), equation.resultEnd()), 0, line.length());
    }

    /** The text, or where it has numbers its last clause, unless that has some as well. */
    private static String lead(String text) {
        var all = tidy(text);
        var lead = all;
        if (numbered(text)) {
            var matcher = BREAK.matcher(text);
            int from = -1;
            while (matcher.find()) {
                from = matcher.end();
            }
            lead = from < 0 || numbered(text.substring(from)) ? "" : tidy(text.substring(from));
        }
        var said = OPENING.matcher(lead.replaceAll("^[\\s.,;:)]+", ""))
                .replaceFirst("")
                .strip();
        var kept = said.replaceAll("(?i)\\s+(?:the|a|an)$", "");
        return kept.split(" ").length < 3 && HANGING.matcher(said).find() ? "" : kept;
    }

    private static String tail(String text) {
        var stop = STOP.matcher(text);
        int end = stop.find() ? stop.start() : text.length();
        for (var number : TextNumbers.ofSolution(text)) {
            end = Math.min(end, number.start());
        }
        var tail = tidy(text.substring(0, Math.max(0, end)));
        while (HANGING.matcher(tail).find()) {
            tail = HANGING.matcher(tail).replaceFirst("");
        }
        return tail.split(" ").length > MOST_WORDS || !text.startsWith(" ") ? "" : tail;
    }

    private static final int MOST_WORDS = 9;

    /** Whether a text has numbers other than the word one. */
    static boolean numbered(String text) {
        return TextNumbers.ofSolution(text).stream()
                .anyMatch(
                        number -> !text.substring(number.start(), number.end()).equalsIgnoreCase("one"));
    }

    private static String tidy(String text) {
        return ARITHMETIC
                .matcher(text)
                .replaceAll(" ")
                .replaceAll("\\s+([,.;:])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
