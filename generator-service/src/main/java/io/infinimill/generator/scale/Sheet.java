package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A template read once, to be filled with many sets of numbers. Not thread-safe: it keeps the forms it has made. */
final class Sheet {

    /** The note of a calculator in a worked solution: {@code <<48/2=24>>}. */
    private static final Pattern NOTE = Pattern.compile("<<[^<>]*>>");

    private static final Pattern FINAL = Pattern.compile("\\s*####[^\\n]*\\s*$");

    /** Digits of an answer whose decimals do not end. */
    private static final int ANSWER_DIGITS = 12;

    private final Template template;
    private final Quantities quantities;
    private final TextTemplate question;
    private final @Nullable TextTemplate solution;
    private final List<String> names;
    private final boolean docstring;
    private final Map<Set<String>, ProgramForm> forms = new HashMap<>();

    Sheet(Template template, boolean docstring) {
        this.template = template;
        this.docstring = docstring;
        quantities = Quantities.of(template);
        names = template.variables().stream().map(Variable::name).toList();
        var values = quantities.evaluate(quantities.original());
        question = new TextTemplate(template.generalQuestion(), template.seed().question(), values);
        solution = template.solution() == null
                ? null
                : new TextTemplate(template.solution(), plain(template.seed().solution()), values);
    }

    Quantities quantities() {
        return quantities;
    }

    String question(Map<String, Rational> values) {
        return question.fill(values);
    }

    @Nullable
    String solution(Map<String, Rational> values) {
        return solution == null ? null : solution.fill(values);
    }

    @Nullable
    String answer(Map<String, Rational> values) {
        var answer = template.answer() == null ? null : values.get(template.answer());
        return answer == null
                ? null
                : ProgramText.plain(answer.toDecimal(ANSWER_DIGITS)).toPlainString();
    }

    /** The stand-alone program with some variables as numbers. */
    String program(Set<String> substituted, Map<String, BigDecimal> values) {
        return forms.computeIfAbsent(
                        substituted,
                        some -> new ProgramForm(template.program(), template.function(), names, some, docstring))
                .fill(values);
    }

    /** A worked solution as a reader sees it: without the calculator's notes and the final line. */
    static @Nullable String plain(@Nullable String solution) {
        return solution == null
                ? null
                : FINAL.matcher(NOTE.matcher(solution).replaceAll("")).replaceFirst("");
    }
}
