package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says one sentence of a solution with placeholders: as it is where each of its numbers is known; else with its
 * computation as a formula, or without the clause that hides a number; else as the bare computation.
 */
final class Retelling {

    /** Where a main clause may begin. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?<so>,? (?:so(?! (?:far|many|much|on|long|that (?:he|she|they|it|the)\\b))|then|thus|therefore|hence|and so|(?:which|this|that) means(?: that)?),? )|, (?:and |but )?");

    /** A clause that a comma ends, not the first part of a list. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)^(?:if|since|when|after|because|at|in|on|for|with|by|as|out|of|to|from|using|once|during|given|while|before|over|per|knowing|assuming|next|first|second|then|finally|so|now|therefore|thus)\\b.*");

    private static final Pattern NO_CLAUSE = Pattern.compile(
            "(?i)^(?:which|who|that(?! (?:is|leaves|makes|means|gives|would|will|equals|adds|comes)\\b|['’]s)|and|or|of|to|is|are|was|were|per|for|than|with|in|on|at|by|but|meaning|because|since|as|if|plus|minus|times|leaving|making|giving|where|not|[-+*/=)]|x )\\b.*");
    private static final Pattern OPERATOR = Pattern.compile("[-+*/x×÷−–]|times");
    /** The beginning of a computation that is annotated in another form. */
    private static final Pattern HIDDEN =
            Pattern.compile("(?:\\(|(?<![\\w.,])\\$?[\\d.,]*\\d(?: ?%)?\\)?\\s*[-+*/x×÷]\\s*)*\\$?$");

    private static final Pattern BREAK = Pattern.compile(
            "[.;:?!=](?:\\s|$)|\\b(?:is|are|so|because|since|then|if|that|who|which)\\b|(?:[A-Za-z'’]+\\s+){5,}");

    private static final Map<Pattern, Rational> RELATIONS = Map.of(
            Pattern.compile("(?i)\\b(?:twice|doubl(?:e|es|ed|ing))\\b"), Rational.of(2),
            Pattern.compile("(?i)\\b(?:thrice|tripl(?:e|es|ed|ing))\\b"), Rational.of(3),
            Pattern.compile("(?i)\\bquadrupl(?:e|es|ed|ing)\\b"), Rational.of(4),
            Pattern.compile("(?i)\\b(?:half|halves|halved|halving)\\b"), Rational.of(50),
            Pattern.compile("(?i)\\bdozens?\\b"), Rational.of(12));

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final ProseNumbers numbers;
    private final Formulas formulas;
    private final Trial trial;

    Retelling(Problem problem, Worked worked, Reading reading, Formulas formulas) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.formulas = formulas;
        trial = new Trial(problem, reading);
        numbers = new ProseNumbers(problem, worked, reading);
    }

    /** What replaces a span of the line, and which steps that shows. */
    private record Part(
            int start, int end, String text, @Nullable Expression number, Set<Integer> uses) {
        Part(int start, int end, String text, Set<Integer> uses) {
            this(start, end, text, null, uses);
        }
    }

    /** The sentence, one piece or several, or none where the answer does not need it and it cannot be said. */
    List<Piece> pieces(int index, Sentences.Span span, List<Integer> own, boolean algebra) {
        var parts = parts(index, own, algebra);
        var kept = said(index, span.start(), span.end(), own, parts, span.start());
        if (kept != null) {
            return List.of(kept);
        }
        int last = worked.lines().get(index).length() - 1;
        var inside = own.stream()
                .filter(i -> span.holds(Math.min(worked.equations().get(i).at(), last)))
                .filter(i -> formulas.step(i) != null)
                .toList();
        if (inside.isEmpty()) {
            return List.of();
        }
        var formal = new ArrayList<>(parts);
        inside.forEach(i -> computation(index, i, formal));
        var whole = said(index, span.start(), span.end(), own, formal, span.start());
        var cut = whole == null ? clause(index, span, own, inside, parts) : whole;
        cut = cut == null ? clause(index, span, own, inside, formal) : cut;
        return cut == null ? inside.stream().map(formulas::bare).toList() : List.of(cut);
    }

    /** The numbers of the line that are known, and a null text for those that are not. */
    private List<Part> parts(int index, List<Integer> own, boolean algebra) {
        var line = worked.lines().get(index);
        List<Part> parts = new ArrayList<>();
        for (var number : TextNumbers.ofSolution(line)) {
            var expression = numbers.of(number, index, own, algebra);
            var text = expression == null
                    ? ""
                    : expression instanceof Expression.Literal
                            ? line.substring(number.start(), number.end())
                            : formulas.placeholder(expression);
            parts.add(new Part(
                    number.start(),
                    number.end(),
                    text,
                    expression,
                    expression == null ? Set.of() : Formulas.steps(expression)));
        }
        RELATIONS.forEach((word, value) -> word.matcher(line).results().forEach(match -> {
            if (changes(value)) {
                parts.add(new Part(match.start(), match.end(), "", Set.of()));
            }
        }));
        return parts;
    }

    /** Whether a word like "twice" stands for a number of the question that may change. */
    private boolean changes(Rational value) {
        return !numbers.worded(value)
                && reading.variables().stream()
                        .map(i -> problem.numbers.get(i))
                        .anyMatch(number ->
                                number.value().equals(value) && number.percent() == value.equals(Rational.of(50)));
    }

    /** Puts a formula in the place of a computation whose operands the line does not all show. */
    private void computation(int index, int equation, List<Part> parts) {
        var shown = worked.equations().get(equation);
        var line = worked.lines().get(index);
        var step = formulas.step(equation);
        if (step == null || shown.resultStart() < 0 || shown.start() >= shown.resultStart()) {
            return;
        }
        var hidden = HIDDEN.matcher(line.substring(0, shown.start()));
        int from = hidden.find() ? hidden.start() : shown.start();
        var text = line.substring(from, shown.resultStart());
        if (!OPERATOR.matcher(text).find()
                || BREAK.matcher(text.replaceAll("[\\s=$€£]+$", "")).find()) {
            return;
        }
        parts.removeIf(part -> part.start() < shown.resultEnd() && part.end() > from);
        var uses = new HashSet<>(formulas.operands(step));
        uses.add(step);
        parts.add(new Part(from, shown.resultEnd(), formulas.computation(equation, step), uses));
    }

    private @Nullable Piece clause(
            int index, Sentences.Span span, List<Integer> own, List<Integer> inside, List<Part> parts) {
        var line = worked.lines().get(index);
        int until = inside.stream()
                .map(i -> worked.equations().get(i))
                .mapToInt(equation -> Math.min(equation.start(), equation.at()))
                .min()
                .orElse(span.start());
        var matcher = CLAUSE.matcher(line).region(span.start(), span.end());
        while (matcher.find() && matcher.end() <= until) {
            var rest = line.substring(matcher.end(), span.end());
            boolean so = matcher.group("so") != null;
            boolean introduced = INTRODUCTION
                    .matcher(line.substring(span.start(), matcher.start()))
                    .matches();
            if ((so || introduced) && !NO_CLAUSE.matcher(rest).matches()) {
                var piece = said(index, matcher.end(), span.end(), own, parts, span.start());
                if (piece != null) {
                    return piece;
                }
            }
        }
        return null;
    }

    /** The text between two places, or null where a number in it is not known. */
    private @Nullable Piece said(int index, int start, int end, List<Integer> own, List<Part> parts, int sentence) {
        var line = worked.lines().get(index);
        var rewriting = new Rewriting(line.substring(start, end));
        Set<Integer> uses = new HashSet<>();
        for (var part : parts) {
            if (part.start() >= start && part.end() <= end) {
                if (part.text().isEmpty()) {
                    return null;
                }
                rewriting.replace(part.start() - start, part.end() - start, part.text());
                uses.addAll(part.uses());
            } else if (part.start() < end && part.end() > start) {
                return null;
            }
        }
        if (!rechecked(index, start, end, parts)) {
            return null;
        }
        Set<Integer> gives = new HashSet<>();
        for (int i : own) {
            var equation = worked.equations().get(i);
            var step = formulas.step(i);
            if (step != null && equation.resultStart() >= start && equation.resultEnd() <= end) {
                gives.add(step);
            }
        }
        uses.removeAll(gives);
        var text = rewriting.apply().strip();
        return new Piece(index, start == sentence ? text : capital(text), uses, gives);
    }

    /** Whether each computation that the words show is right for other numbers as well. */
    private boolean rechecked(int index, int start, int end, List<Part> parts) {
        return Prose.equations(index, worked.lines().get(index)).stream()
                .filter(equation -> equation.start() >= start && equation.resultEnd() <= end)
                .filter(equation -> parts.stream()
                        .noneMatch(part -> part.number() == null
                                && part.start() < equation.resultEnd()
                                && part.end() > equation.start()))
                .allMatch(equation -> trial.holds(
                        equation.bind(equation.operands().stream()
                                .map(operand -> number(operand.start(), operand.value(), parts))
                                .toList()),
                        number(equation.resultStart(), equation.result(), parts)));
    }

    private static Expression number(int start, Rational value, List<Part> parts) {
        for (var part : parts) {
            if (part.start() == start && part.number() != null) {
                return part.number();
            }
        }
        return new Expression.Literal(value);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
