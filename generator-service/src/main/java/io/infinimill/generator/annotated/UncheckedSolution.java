package io.infinimill.generator.annotated;

import java.util.Optional;
import java.util.regex.Pattern;

/** A worked solution that nobody has checked yet, such as a teacher's. That of a seed is believed. */
public final class UncheckedSolution {

    /** What they state is written beside them too. */
    private static final Pattern NOTE = Pattern.compile("<<[^<>]*>>");

    private final String text;

    /** @param text with or without calculator annotations; without the line of the final answer */
    public UncheckedSolution(String text) {
        this.text = NOTE.matcher(text).replaceAll("").strip();
    }

    /** Without annotations, so that only what was checked is read. */
    public String text() {
        return text;
    }

    /** The first line that computes something and says a wrong result, or one that cannot be read. */
    public Optional<String> wrongLine() {
        return text.lines()
                .filter(line -> Prose.isWrong(CalculatorNotes.plain(line)))
                .findFirst();
    }
}
