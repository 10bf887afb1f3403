package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The steps of a reading as formulas over placeholders, and as bare sentences. */
final class Formulas {

    /** What a result counts, up to the next phrase. */
    private static final Pattern NOUN = Pattern.compile(
            "^(?: ?(?:cm|mm|km|m|kg|g|mg|ml|l|L|lbs?|oz|mph|sq ft|ft)\\b| (?:more |extra |additional |full |whole )?[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*){0,2})");

    private static final Pattern CUT = Pattern.compile(
            " (?:in|on|at|and|or|but|so|because|since|as|if|when|while|that|which|who|is|are|was|were|to|for|from|with|by|of"
                    + "|per|each|every|a|an|the|he|she|they|it|we|you|his|her|their|has|have|had|will|would|can|could|than|then|i"
                    + "|left|total|altogether|remaining|times|after|before|during|also|not|do|does|did|off|out|under|over|above|below|into|apart|together)(?= |$).*");

    private final Worked worked;
    private final Reading reading;
    private final Map<String, String> names;
    private final Unknowns unknowns;

    Formulas(Worked worked, Reading reading, Map<String, String> names, Unknowns unknowns) {
        this.unknowns = unknowns;
        this.worked = worked;
        this.reading = reading;
        this.names = names;
    }

    /** The placeholder of an expression over internal names. */
    String placeholder(Expression expression) {
        return "{" + Drafting.named(expression, names).print() + "}";
    }

    /** The step an equation computes, its own or an equal one before it, or null where it is nothing the answer needs. */
    @Nullable
    Integer step(int equation) {
        if (reading.aliases().get(equation) instanceof Expression.Name(String name) && name.startsWith("s")) {
            int step = Integer.parseInt(name.substring(1));
            return reading.steps().containsKey(step) ? step : null;
        }
        return null;
    }

    /** {@code {a} * {b}}. */
    String formula(int step) {
        var simple = Simplified.of(expression(step));
        boolean trivial = simple instanceof Expression.Name || simple instanceof Expression.Literal;
        return (trivial ? expression(step) : simple)
                .replace(name -> new Expression.Name(placeholder(new Expression.Name(name))))
                .print();
    }

    Set<Integer> operands(int step) {
        return steps(expression(step));
    }

    static Set<Integer> steps(Expression expression) {
        Set<Integer> steps = new HashSet<>();
        expression.names().stream()
                .filter(name -> name.startsWith("s"))
                .forEach(name -> steps.add(Integer.parseInt(name.substring(1))));
        return steps;
    }

    private Expression expression(int step) {
        return reading.steps().getOrDefault(step, new Expression.Literal(Rational.ZERO));
    }

    /** {@code {a} * {b} = ${c}}. */
    String computation(int equation, int step) {
        return formula(step) + " = " + currency(equation) + placeholder(new Expression.Name("s" + step));
    }

    /** A sentence that is only the computation and what its result counts. */
    Piece bare(int equation) {
        int step = Optional.ofNullable(step(equation)).orElse(equation);
        var shown = worked.equations().get(equation);
        var line = worked.line(shown);
        var meaning = unknowns.meaning(worked.lines(), line);
        var text =
                (meaning.isEmpty() ? "" : meaning + " is ") + computation(equation, step) + noun(line, equation) + ".";
        return new Piece(shown.line(), text, operands(step), Set.of(step));
    }

    /** The same where nothing leads to it. */
    Piece alone(int equation) {
        var bare = bare(equation);
        boolean wordless = bare.gives().contains(reading.answer())
                && !Character.isLetter(bare.text().charAt(0));
        return wordless ? new Piece(bare.line(), "The answer is " + bare.text(), bare.uses(), bare.gives()) : bare;
    }

    private String currency(int equation) {
        var shown = worked.equations().get(equation);
        var line = worked.line(shown);
        return shown.resultStart() > 0 && line.charAt(shown.resultStart() - 1) == '$' ? "$" : "";
    }

    private String noun(String line, int equation) {
        int end = worked.equations().get(equation).resultEnd();
        if (end < 0 || !currency(equation).isEmpty()) {
            return "";
        }
        var rest = line.substring(end);
        if (rest.startsWith("%")) {
            return "%";
        }
        var noun = NOUN.matcher(rest);
        return noun.find() ? CUT.matcher(noun.group()).replaceFirst("") : "";
    }
}
