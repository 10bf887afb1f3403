package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the prose of a worked solution into a template; a line with a number that cannot be bound is said in our own words. */
final class WorkedText {

    private static final double MARGIN = 0.8;
    private static final Pattern PURE = Pattern.compile("[-\\d.,+*/×÷−–()%$€£=\\sx]*");

    /** Dollars are seldom meant by a number without a sign, where a line uses signs. */
    private static final double OTHER_KIND = 1.8;

    private static final Pattern LISTED = Pattern.compile("\\d{1,2}[.)] ");
    private static final Pattern COEFFICIENT = Pattern.compile("[A-Za-z]\\b");

    private final Problem problem;
    private final Worked worked;
    private final Reading reading;
    private final Map<String, String> names;

    WorkedText(Problem problem, Worked worked, Reading reading, Map<String, String> names) {
        this.problem = problem;
        this.worked = worked;
        this.reading = reading;
        this.names = names;
    }

    String render() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < worked.lines().size(); i++) {
            var line = line(i);
            if (line != null && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? plain(reading.steps().keySet().stream().toList()) : String.join("\n", lines);
    }

    private @Nullable String line(int index) {
        List<Integer> own = new ArrayList<>();
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < worked.equations().size(); i++) {
            if (worked.equations().get(i).line() == index) {
                own.add(i);
                if (reading.steps().containsKey(i)) {
                    live.add(i);
                }
            }
        }
        if (!own.isEmpty() && own.stream().allMatch(this::dead)) {
            return null;
        }
        var text = worked.lines().get(index);
        var rewriting = new Rewriting(text);
        Map<Integer, Integer> computed = new TreeMap<>();
        for (int i : live) {
            var equation = worked.equations().get(i);
            if (derived(i) && pure(equation, text)) {
                int end = text.startsWith("%", equation.resultStart() - 1)
                        ? equation.resultStart() - 1
                        : sign(equation, text);
                rewriting.replace(currency(text, equation.start()), end, shown(i) + " = ");
                computed.put(equation.start(), end);
            }
        }
        for (var number : TextNumbers.ofSolution(text)) {
            if (computed.entrySet().stream()
                    .anyMatch(span -> number.start() >= span.getKey() && number.start() < span.getValue())) {
                continue;
            }
            var replacement = replacement(number, text, own);
            if (replacement == null) {
                return live.isEmpty() ? null : plain(live);
            }
            rewriting.replace(number.start(), number.end(), replacement);
        }
        return rewriting.apply();
    }

    /** Whether an operand is neither a number, nor a result, nor said as it is. */
    private boolean derived(int step) {
        var equation = worked.equations().get(step);
        for (int k = 0; k < equation.operands().size(); k++) {
            var operand = reading.operand(step, k, problem);
            if (!(operand instanceof Expression.Name) && !(operand instanceof Expression.Literal)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line shows a computation and its result without words between. */
    private static boolean pure(Equation equation, String text) {
        return equation.resultStart() > equation.start()
                && equation.operands().stream().allMatch(Operand::shown)
                && PURE.matcher(text.substring(equation.start(), equation.resultStart()))
                        .matches();
    }

    private static int currency(String text, int start) {
        return start > 0 && "$€£".indexOf(text.charAt(start - 1)) >= 0 ? start - 1 : start;
    }

    private static int sign(Equation equation, String text) {
        return currency(text, equation.resultStart());
    }

    private String shown(int step) {
        var expression = reading.steps().get(step);
        return expression == null
                ? ""
                : expression
                        .replace(name -> new Expression.Name(placeholder(name)))
                        .print();
    }

    private boolean dead(int equation) {
        return reading.aliases().get(equation).names().stream()
                .anyMatch(name ->
                        name.startsWith("s") && !reading.steps().containsKey(Integer.parseInt(name.substring(1))));
    }

    /** Our own sentences: how each step is computed, between the words around it that have no numbers. */
    private String plain(List<Integer> steps) {
        List<String> sentences = new ArrayList<>();
        for (int step : steps) {
            if (reading.steps().containsKey(step)) {
                sentences.add(sentence(step));
            }
        }
        return String.join(" ", sentences);
    }

    private String sentence(int step) {
        var passage = Passage.of(worked, step);
        boolean money = money(step);
        var text = "%s %s = %s%s%s"
                .formatted(
                        passage.lead(),
                        shown(step),
                        money ? "$" : "",
                        placeholder("s" + step),
                        passage.tail().isEmpty() ? "" : " " + passage.tail())
                .strip();
        var capital = text.startsWith("{") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital + ".";
    }

    private String placeholder(String internal) {
        return "{" + names.get(internal) + "}";
    }

    /** The placeholder, or the text as it is where it cannot change, or null where that is not known. */
    private @Nullable String replacement(TextNumber number, String line, List<Integer> own) {
        var text = line.substring(number.start(), number.end());
        for (int i : own) {
            var equation = worked.equations().get(i);
            if (equation.resultStart() >= 0 && number.overlaps(equation.resultStart(), equation.resultEnd())) {
                return shown(reading.aliases().get(i), number, text);
            }
            for (int k = 0; k < equation.operands().size(); k++) {
                var operand = equation.operands().get(k);
                if (operand.shown() && number.overlaps(operand.start(), operand.end())) {
                    return shown(reading.operand(i, k, problem), number, text);
                }
            }
        }
        if (number.form() == Form.FIXED) {
            return number.value().equals(Rational.ONE) || inQuestion(number) ? text : null;
        }
        return byValue(number, line, text, own);
    }

    private boolean inQuestion(TextNumber number) {
        return problem.numbers.stream()
                .anyMatch(other -> !other.changeable() && other.value().equals(number.value()));
    }

    private @Nullable String shown(Expression expression, TextNumber number, String text) {
        if (expression instanceof Expression.Literal) {
            return text;
        }
        if (expression instanceof Expression.Name(String name)) {
            return names.containsKey(name) ? placeholder(name) : null;
        }
        var only = expression.names();
        if (only.size() == 1) {
            var name = only.iterator().next();
            if (name.startsWith("q")
                    && number.percent()
                    && value(name).equals(number.value())
                    && names.containsKey(name)) {
                return placeholder(name);
            }
        }
        return null;
    }

    private Rational value(String name) {
        int index = Integer.parseInt(name.substring(1));
        return name.startsWith("q")
                ? problem.numbers.get(index).value()
                : worked.equations().get(index).result();
    }

    private record Match(String name, double likeness) {}

    private @Nullable String byValue(TextNumber number, String line, String text, List<Integer> own) {
        if (LISTED.matcher(line).lookingAt() && number.start() == 0) {
            return text;
        }
        boolean coefficient =
                COEFFICIENT.matcher(line).region(number.end(), line.length()).lookingAt();
        var mention = Mention.of(line, number.start(), number.end(), line);
        List<Match> matches = new ArrayList<>();
        for (int variable : reading.variables()) {
            if (value("q" + variable).equals(number.value()) && (!coefficient || times(variable))) {
                matches.add(new Match("q" + variable, problem.likeness(variable, mention)));
            }
        }
        for (int step : reading.steps().keySet()) {
            boolean known = own.contains(step)
                    || own.isEmpty()
                    || worked.equations().get(step).line()
                            < worked.equations().get(own.getFirst()).line();
            if (value("s" + step).equals(number.value()) && !coefficient && known) {
                matches.add(new Match(
                        "s" + step,
                        (own.contains(step) ? 2.5 : 0.8) - (money(step) == number.money() ? 0 : OTHER_KIND)));
            }
        }
        boolean fixed = fixed(number, line, own);
        if (matches.isEmpty()) {
            return fixed && !coefficient ? text : null;
        }
        matches.sort((a, b) -> Double.compare(b.likeness(), a.likeness()));
        var best = matches.getFirst();
        double rival =
                matches.size() > 1 ? matches.get(1).likeness() : fixed ? literal(number, own) ? 2 : 0.4 : -MARGIN;
        return best.likeness() - rival >= MARGIN ? placeholder(best.name()) : null;
    }

    private boolean money(int step) {
        var equation = worked.equations().get(step);
        return equation.resultStart() > 0 && worked.line(equation).charAt(equation.resultStart() - 1) == '$';
    }

    private boolean times(int variable) {
        return !problem.right(variable).isEmpty()
                && problem.right(variable).getFirst().equals("time");
    }

    /** Whether something that cannot change has this value. */
    private boolean fixed(TextNumber number, String line, List<Integer> own) {
        for (int i = 0; i < problem.numbers.size(); i++) {
            if (!reading.variables().contains(i)
                    && problem.numbers.get(i).value().equals(number.value())) {
                return true;
            }
        }
        if (literal(number, own)) {
            return true;
        }
        return Constants.knowledge(number.value(), line.toLowerCase(Locale.ROOT)) != null
                || Constants.wording(number.value(), line.toLowerCase(Locale.ROOT)) != null;
    }

    /** Whether the line computes with a constant of this value. */
    private boolean literal(TextNumber number, List<Integer> own) {
        for (int i : own) {
            for (int k = 0; k < worked.equations().get(i).operands().size(); k++) {
                if (reading.operand(i, k, problem) instanceof Expression.Literal(Rational value)
                        && value.equals(number.value())) {
                    return true;
                }
            }
        }
        return false;
    }
}
