package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    /** Numbers and operators, with the units between them, as far as a result. */
    private static final Pattern CHAIN = Pattern.compile(
            "[$€£(]*\\d[\\d.,]*(?: ?%)?(?:[^\\w=.;:]*(?:[A-Za-z/]+[^\\w=.;:]+){0,2}[-+*/x×÷–=]\\s*[$€£(]*\\.?\\d[\\d.,]*(?: ?%)?[)]*)+(?: [A-Za-z/]+){0,3}\\s*=\\s*[$€£]*$"
                    + "|[$€£(]*\\.\\d+ ?[-+*/x×÷–]\\s*[$€£]?\\.?\\d[\\d.,]*\\s*=\\s*[$€£]*$");

    private static final Pattern LEADING = Pattern.compile(
            "\\b(?:is|are|was|were|be|of|has|had|have|needs?|gets?|got|makes?|made|costs?|spends?|spent|pays?|paid|earns?|earned|buys?|bought|drinks?|eats?|ate|used?|uses|takes?|took|for|that['’]s|there (?:are|were))(?: (?:a total of|only|about|another|at least|is|are|:))?:?$",
            Pattern.CASE_INSENSITIVE);

    private final Worked worked;
    private final Formulas formulas;
    private final Replacements replacements;

    Retelling(Problem problem, Worked worked, Reading reading, Formulas formulas) {
        this.worked = worked;
        this.formulas = formulas;
        replacements = new Replacements(problem, worked, reading, formulas);
    }

    /** The sentence, one piece or several, or none where the answer does not need it and it cannot be said. */
    List<Piece> pieces(int index, Sentences.Span span, List<Integer> own, boolean algebra) {
        var parts = replacements.numbers(index, own, algebra);
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
        inside.forEach(i -> replacements.computation(index, i, formal));
        var whole = said(index, span.start(), span.end(), own, formal, span.start());
        var cut = whole == null ? clause(index, span, own, inside, parts) : whole;
        cut = cut == null ? clause(index, span, own, inside, formal) : cut;
        cut = cut == null && inside.size() == 1 ? ledIn(index, span, own, inside.getFirst(), parts) : cut;
        return cut == null ? inside.stream().map(formulas::alone).toList() : List.of(cut);
    }

    /** What leads to a chain of computations, of which only the first and the result are known, and these two. */
    private @Nullable Piece ledIn(
            int index, Sentences.Span span, List<Integer> own, int equation, List<Replacement> parts) {
        var line = worked.lines().get(index);
        int result = worked.equations().get(equation).resultStart();
        if (result < 0 || !span.holds(result)) {
            return null;
        }
        var chain = CHAIN.matcher(line).region(span.start(), result);
        if (!chain.find() || chain.start() == span.start()) {
            return null;
        }
        var lead = said(index, span.start(), chain.start(), own, parts, span.start());
        if (lead == null || !LEADING.matcher(lead.text()).find()) {
            return null;
        }
        var bare = formulas.bare(equation);
        var uses = new HashSet<>(lead.uses());
        uses.addAll(bare.uses());
        return new Piece(index, lead.text() + " " + bare.text(), uses, bare.gives());
    }

    private @Nullable Piece clause(
            int index, Sentences.Span span, List<Integer> own, List<Integer> inside, List<Replacement> parts) {
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
    private @Nullable Piece said(
            int index, int start, int end, List<Integer> own, List<Replacement> parts, int sentence) {
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
        if (!replacements.hold(index, start, end, parts)) {
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

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
