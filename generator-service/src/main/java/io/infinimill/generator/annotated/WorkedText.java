package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the prose of a worked solution into a template in which every number is computed anew or is the same for all
 * numbers, every result is computed before it is used, and the answer comes last.
 */
final class WorkedText {

    /** The line of what no line of the solution says. */
    private static final int END = -1;

    private final Worked worked;
    private final Reading reading;
    private final Formulas formulas;
    private final Retelling retelling;
    private final Unknowns unknown;
    private final List<Piece> told = new ArrayList<>();
    private final Set<Integer> given = new HashSet<>();

    WorkedText(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        this.worked = worked;
        this.reading = reading;
        unknown = Unknowns.of(worked.lines());
        formulas = new Formulas(worked, reading, names, unknown);
        retelling = new Retelling(problem, worked, reading, formulas);
    }

    String render() {
        var pieces = pieces();
        pieces.forEach(this::tell);
        give(reading.answer());
        if (told.isEmpty() || !mentions(told.getLast())) {
            conclude();
        }
        var text = new StringBuilder();
        int line = END;
        for (var piece : told) {
            text.append(text.isEmpty() ? "" : line == piece.line() && line != END ? " " : "\n")
                    .append(piece.text());
            line = piece.line();
        }
        return text.toString();
    }

    /** All sentences in their order, without what speaks of an unknown where one of its equations would be missing. */
    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        boolean broken = false;
        for (int index = 0; index < worked.lines().size(); index++) {
            var line = worked.lines().get(index);
            var own = own(index);
            if (own.isEmpty() || !own.stream().allMatch(this::dead)) {
                for (var span : sentences(line, own)) {
                    var said = retelling.pieces(index, span, own, unknown.test(line));
                    broken |= !unknown.letters().isEmpty() && said.size() != 1;
                    pieces.addAll(said);
                }
            }
        }
        if (broken) {
            pieces.removeIf(piece -> unknown.mentioned(worked.lines().get(piece.line())));
        }
        return pieces;
    }

    private List<Integer> own(int index) {
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < worked.equations().size(); i++) {
            if (worked.equations().get(i).line() == index) {
                own.add(i);
            }
        }
        return own;
    }

    private boolean dead(int equation) {
        return formulas.step(equation) == null
                && reading.aliases().get(equation).names().stream().anyMatch(name -> name.startsWith("s"));
    }

    /** The sentences of a line; what a computation spans stays together. */
    private List<Sentences.Span> sentences(String line, List<Integer> own) {
        List<Sentences.Span> spans = new ArrayList<>();
        for (var span : Sentences.of(line)) {
            boolean together = !spans.isEmpty()
                    && (Character.isLowerCase(line.charAt(span.start()))
                            || own.stream()
                                    .map(i -> worked.equations().get(i))
                                    .anyMatch(equation -> equation.start() < span.start()
                                            && Math.max(equation.at(), equation.resultEnd()) > span.start()));
            if (together) {
                spans.set(spans.size() - 1, new Sentences.Span(spans.getLast().start(), span.end()));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    private void tell(Piece piece) {
        piece.uses().stream().sorted().forEach(step -> give(step));
        told.add(piece);
        given.addAll(piece.gives());
    }

    /** Computes a step that no sentence so far has computed. */
    private void give(int step) {
        if (given.add(step)) {
            formulas.operands(step).stream().sorted().forEach(operand -> give(operand));
            var bare = formulas.alone(step);
            told.add(new Piece(END, bare.text(), bare.uses(), bare.gives()));
        }
    }

    private boolean mentions(Piece piece) {
        return piece.uses().contains(reading.answer()) || piece.gives().contains(reading.answer());
    }

    private void conclude() {
        told.add(new Piece(
                END,
                "The answer is " + formulas.placeholder(new Expression.Name("s" + reading.answer())) + ".",
                Set.of(reading.answer()),
                Set.of()));
    }
}
