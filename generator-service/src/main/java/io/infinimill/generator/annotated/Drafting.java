package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.scale.ProgramText;
import io.infinimill.model.Seed;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a template of a seed with an annotated solution, or says why not. */
public final class Drafting {

    /** The format whose equations are gold: a number they do not use is a distractor. */
    private static final String EXACT = "svamp";

    private static final int DIGITS = 20;

    /** The effort grows faster than a text; no word problem comes near these bounds. */
    private static final int LONGEST_QUESTION = 4_000;

    private static final int LONGEST_SOLUTION = 10_000;
    private static final int MOST_NUMBERS = 60;
    private static final int MOST_SHOWN = 600;
    private static final Pattern DIGIT_GROUP = Pattern.compile("\\d+");

    private final boolean frozenNumbers;
    private final double margin;
    private final String operator;

    /**
     * @param frozenNumbers whether equal numbers that cannot be told apart may stay as they are
     * @param margin how much better the chosen reading must fit than any that differs
     * @param operator as it prints itself
     */
    public Drafting(boolean frozenNumbers, double margin, String operator) {
        this.frozenNumbers = frozenNumbers;
        this.margin = margin;
        this.operator = operator;
    }

    public Decoupling draft(Seed seed) {
        try {
            return read(seed);
        } catch (Unreadable e) {
            return e.refused();
        } catch (StackOverflowError e) {
            return new Refused("too_long", "the solution nests too deeply");
        }
    }

    private Decoupling read(Seed seed) throws Unreadable {
        var solution = seed.solution();
        if (solution == null || solution.isBlank()) {
            return new Refused("no_solution", "the seed has no worked solution");
        }
        if (seed.question().contains("{") || solution.contains("{")) {
            return new Refused("braces", "the text has braces, which mark placeholders");
        }
        tooLong("characters in the question", seed.question().length(), LONGEST_QUESTION);
        tooLong("characters in the solution", solution.length(), LONGEST_SOLUTION);
        tooLong(
                "numbers in the solution",
                DIGIT_GROUP.matcher(solution).results().count(),
                MOST_SHOWN);
        var numbers = TextNumbers.ofQuestion(seed.question());
        tooLong("numbers in the question", numbers.size(), MOST_NUMBERS);
        var problem = new Problem(seed.question(), numbers);
        var worked = switch (seed.format()) {
            case "mathqa" -> LinearFormula.read(problem, solution);
            case "svamp" -> EquationNotation.read(problem, solution);
            default -> CalculatorNotes.read(solution);
        };
        tooLong("computations", worked.equations().size(), MOST_NUMBERS);
        var outcome = attempt(seed, problem, worked);
        if (outcome instanceof Refused && !worked.lines().isEmpty()) {
            var solved = LinearEquations.extend(problem, worked);
            if (!solved.equals(worked) && attempt(seed, problem, solved) instanceof Decoupled decoupled) {
                return decoupled;
            }
        }
        return outcome;
    }

    private static void tooLong(String what, long given, int most) throws Unreadable {
        if (given > most) {
            throw new Unreadable(new Refused("too_long", "%,d %s, more than %,d".formatted(given, what, most)));
        }
    }

    private Decoupling attempt(Seed seed, Problem problem, Worked worked) {
        if (worked.equations().isEmpty()) {
            return new Refused("no_arithmetic", "the solution shows no computation");
        }
        var expected = expected(seed.answer());
        if (expected == null) {
            return seed.answer() == null
                    ? bind(seed, problem, worked, worked.equations().size() - 1)
                    : new Refused("unreadable_answer", "'%s' is no number".formatted(seed.answer()));
        }
        int answer = answer(expected, worked);
        if (answer >= 0) {
            return bind(seed, problem, worked, answer);
        }
        var ended = Endings.extend(problem, worked, expected);
        return ended == null
                ? new Refused("answer_not_reached", "no computation gives %s".formatted(seed.answer()))
                : bind(seed, problem, ended, ended.equations().size() - 1);
    }

    private static @Nullable Rational expected(@Nullable String text) {
        try {
            return text == null ? null : Rational.parse(text.replace(",", "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int answer(Rational expected, Worked worked) {
        for (int i = worked.equations().size() - 1; i >= 0; i--) {
            var result = worked.equations().get(i).result();
            if (result.equals(expected) || AnswerMatch.matches(expected.toDecimal(DIGITS), result.toDecimal(DIGITS))) {
                return i;
            }
        }
        return -1;
    }

    private Decoupling bind(Seed seed, Problem problem, Worked worked, int answer) {
        var hypotheses = new Binding(problem, worked, answer).hypotheses();
        var best = hypotheses.getFirst();
        for (int i = 0; i <= answer; i++) {
            for (int k = 0; k < best.choices().get(i).size(); k++) {
                if (best.choices().get(i).get(k).unexplained()) {
                    return new Refused(
                            "unexplained_constant",
                            "nothing explains %s in '%s'"
                                    .formatted(
                                            worked.equations()
                                                    .get(i)
                                                    .operands()
                                                    .get(k)
                                                    .value(),
                                            worked.line(worked.equations().get(i))));
                }
            }
        }
        if (!Implied.used(best)) {
            return new Refused("unexplained_constant", "a number is neither computed nor said");
        }
        var frozen = new Certainty(problem, worked, answer, margin).frozen(hypotheses);
        if (frozen == null) {
            return new Refused("ambiguous_operand", "readings that fit equally well give different programs");
        }
        var alike = Set.copyOf(frozen);
        var reading = Reading.of(problem, worked, best, frozen, answer);
        var tied = Ties.of(problem, worked, reading);
        if (frozen.addAll(tied)) {
            reading = Reading.of(problem, worked, best, frozen, answer);
        }
        if (!frozen.isEmpty() && !frozenNumbers) {
            return new Refused("ambiguous_operand", "some numbers cannot be told apart");
        }
        if (reading.answer() < 0) {
            return new Refused("no_computation", "the answer is a number of the question");
        }
        if (reading.variables().isEmpty()) {
            return new Refused("no_variable", "no number of the question can change");
        }
        if (!Implied.free(reading, frozen)) {
            return new Refused("ambiguous_operand", "a number that may be implied by others cannot change with them");
        }
        var refused = Guards.check(problem, worked, reading, frozen, alike);
        return refused != null ? refused : new Decoupled(template(seed, problem, worked, reading));
    }

    private Template template(Seed seed, Problem problem, Worked worked, Reading reading) {
        var naming = new Naming(problem);
        Map<String, String> names = new TreeMap<>();
        var function = naming.function();
        for (int variable : reading.variables()) {
            names.put("q" + variable, naming.variable(variable));
        }
        if (seed.format().equals(EXACT)) {
            reading.distractors(problem, worked).forEach(number -> names.put("q" + number, naming.variable(number)));
        }
        Map<Integer, String> comments = new TreeMap<>();
        var parts = new Candidates(problem, worked);
        reading.steps().forEach((step, expression) -> {
            var equation = worked.equations().get(step);
            var line = worked.line(equation);
            int start = Math.clamp(equation.start(), 0, line.length());
            int end = Math.clamp(Math.max(equation.at(), equation.resultEnd()), start, line.length());
            var part = parts.part(step);
            int from = Math.max(0, line.indexOf(part));
            var before = line.substring(Math.min(from, start), start);
            var after = line.substring(end, Math.max(end, Math.min(line.length(), from + part.length())));
            var name = naming.step(before, after, step == reading.answer() ? function : "amount");
            names.put("s" + step, name);
            comments.put(step, Comments.of(before, after, name, named(expression, names)));
        });
        List<Step> steps = new ArrayList<>();
        reading.steps()
                .forEach((index, expression) -> steps.add(new Step(
                        names.getOrDefault("s" + index, function),
                        named(expression, names).print(),
                        worked.equations().get(index).result().isWhole() ? Variable.INTEGER : Variable.DECIMAL,
                        null,
                        comments.getOrDefault(index, ""))));
        var question = new Rewriting(problem.text);
        for (int i = 0; i < problem.numbers.size(); i++) {
            var number = problem.numbers.get(i);
            int mention = reading.mention(i, problem);
            var name = names.get("q" + (mention >= 0 ? mention : i));
            if (name != null) {
                question.replace(number.start(), number.end(), "{" + name + "}");
            }
        }
        var general = question.apply();
        var variables = Variables.of(problem, reading, names);
        var text = new WorkedText(problem, worked, reading, names).render();
        var answer = names.getOrDefault("s" + reading.answer(), function);
        var conditions = Guards.conditions(problem, worked, reading, names);
        var purpose = Purpose.of(naming.question().replace('?', ' '), function);
        var program = new ProgramText(function, purpose, variables, steps, conditions, answer).source(true);
        return new Template(
                Template.id(general, program),
                general,
                function,
                program,
                variables,
                steps,
                conditions,
                text,
                answer,
                seed,
                new Verification("drafted", operator, seed.answer(), null));
    }

    static Expression named(Expression expression, Map<String, String> names) {
        return expression.replace(name -> new Expression.Name(names.getOrDefault(name, name)));
    }
}
