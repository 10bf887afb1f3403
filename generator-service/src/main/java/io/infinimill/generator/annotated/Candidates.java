package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What each operand of a worked solution may stand for. */
final class Candidates {

    private static final double FARTHEST = 5;
    private static final Rational HUNDRED = Rational.of(100);
    private static final Pattern PERCENT = Pattern.compile("%|percent|/ ?100|\\.\\d");
    private static final Pattern HUNDREDTHS = Pattern.compile("%|percent|\\b100\\b|\\.01\\b");
    private static final Pattern AND_SELF = Pattern.compile(
            "\\b(?:himself|herself|themselves|myself|including|and (?:his|her|their|my|some|other)|with (?:his|her|their|my)|friends|brothers?|sisters?|siblings?|others?|everyone|family|them all|more people|along with|another|first|times)\\b");
    private static final Pattern CLOCK = Pattern.compile("(?i)^\\d{1,2}(?::\\d\\d)?(?: ?[ap]\\.?m\\b\\.?| ?o'clock|$)");
    private static final Pattern SIGN = Pattern.compile("\\$ ?[\\d.,]+ ?[-+*/x×÷]");
    private static final Pattern OTHERS =
            Pattern.compile("\\b(?:others?|rest|remaining|everyone else|except|first|last|after|between|times)\\b");

    private final Problem problem;
    private final Worked worked;
    private final List<List<Form>> derived = new ArrayList<>();

    private record Form(Candidate candidate, Rational value) {}

    Candidates(Problem problem, Worked worked) {
        this.problem = problem;
        this.worked = worked;
        var solution = String.join(" ", worked.lines()).toLowerCase(Locale.ROOT);
        Map<String, Rational> values = new HashMap<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            values.put("q" + i, problem.numbers.get(i).value());
        }
        for (int i = 0; i < problem.numbers.size(); i++) {
            derived.add(
                    problem.numbers.get(i).changeable() ? forms(Derived.of(i, problem, solution), values) : List.of());
        }
    }

    private static List<Form> forms(List<Candidate> candidates, Map<String, Rational> values) {
        List<Form> forms = new ArrayList<>();
        for (var candidate : candidates) {
            try {
                forms.add(new Form(candidate, candidate.expression().evaluate(values)));
            } catch (ArithmeticException _) {
                // divides by a zero of the question
            }
        }
        return forms;
    }

    /** {@code 100 - q} or {@code 100 + q}. */
    private static boolean complement(Candidate candidate) {
        return candidate.expression() instanceof Expression.Operation(String operator, Expression left, Expression _)
                && (operator.equals("-") || operator.equals("+"))
                && left.equals(new Expression.Literal(HUNDRED));
    }

    /** The part of the line that belongs to an equation: from the result before it to the computation after it. */
    String part(int index) {
        var equation = worked.equations().get(index);
        var line = worked.line(equation);
        int from = 0;
        int to = line.length();
        if (index > 0 && worked.equations().get(index - 1).line() == equation.line()) {
            from = Math.clamp(worked.equations().get(index - 1).resultEnd(), 0, Math.min(equation.at(), line.length()));
        }
        if (index + 1 < worked.equations().size()
                && worked.equations().get(index + 1).line() == equation.line()) {
            to = Math.clamp(
                    worked.equations().get(index + 1).start(), Math.min(equation.at(), line.length()), line.length());
        }
        return line.substring(from, to);
    }

    /** The candidates, best first, the unexplained literal last. */
    List<Candidate> of(int index, Operand operand) {
        var equation = worked.equations().get(index);
        var line = worked.line(equation);
        var part = part(index);
        var mention = Mention.of(line, operand.start(), operand.end(), part.isBlank() ? problem.text : part);
        int position = equation.operands().indexOf(operand);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < problem.numbers.size(); i++) {
            number(i, equation, operand, mention, line.toLowerCase(Locale.ROOT), found);
        }
        for (int i = 0; i < index; i++) {
            if (worked.equations().get(i).result().equals(operand.value())) {
                found.add(new Candidate(
                        new Expression.Name("s" + i),
                        1.0
                                + likeness(i, mention)
                                + (i == index - 1 ? 0.7 : 0.1 * i / index)
                                + money(operand, line, money(i)),
                        null));
            }
        }
        constants(index, operand, position >= 0 && equation.addend(position), line, found);
        if (found.isEmpty() && clock(operand.value())) {
            found.add(new Candidate(new Expression.Literal(operand.value()), -1.5, "the time between two clock times"));
        }
        if (found.isEmpty()) {
            Implied.add(index, operand.value(), problem, worked, mention, found);
        }
        if (operand.start() >= 0 && line.startsWith("%", operand.end())) {
            found.replaceAll(candidate -> percent(candidate) ? candidate.plus(2) : candidate);
        }
        found.add(new Candidate(new Expression.Literal(operand.value()), -7, Candidate.UNEXPLAINED));
        double best = found.stream().mapToDouble(Candidate::score).max().orElse(0);
        found.removeIf(candidate -> candidate.score() < best - FARTHEST && !candidate.unexplained());
        found.sort((a, b) -> Double.compare(b.score(), a.score()));
        return found;
    }

    private boolean clock(Rational value) {
        var times = problem.numbers.stream()
                .filter(number -> number.form() == TextNumber.Form.FIXED
                        && CLOCK.matcher(problem.text.substring(number.start(), number.end()))
                                .find())
                .map(TextNumber::value)
                .toList();
        for (var some : times) {
            for (var other : times) {
                var hours = some.minus(other);
                for (int add : new int[] {0, 12, 24}) {
                    var between = hours.plus(Rational.of(add));
                    if (between.signum() > 0
                            && (between.equals(value)
                                    || between.times(Rational.of(60)).equals(value))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean percent(Candidate candidate) {
        return candidate.expression().names().stream()
                .anyMatch(name -> name.startsWith("q")
                        && problem.numbers
                                .get(Integer.parseInt(name.substring(1)))
                                .percent());
    }

    private double likeness(int step, Mention mention) {
        var equation = worked.equations().get(step);
        var line = worked.line(equation);
        int end = Math.clamp(Math.max(equation.resultEnd(), equation.at()), 0, line.length());
        var after = Words.first(Words.stems(line.substring(end)), 3);
        var words = Words.stems(part(step));
        double shared =
                words.stream().distinct().filter(mention.words()::contains).count();
        return Problem.common(mention.right(), after)
                + 0.4 * Problem.common(mention.left(), words)
                + Math.min(0.8, 0.15 * shared);
    }

    private void constants(int index, Operand operand, boolean addend, String line, List<Candidate> found) {
        var literal = new Expression.Literal(operand.value());
        var place = line.toLowerCase(Locale.ROOT);
        if (addend && operand.value().compareTo(Rational.ONE) > 0) {
            var knowledge = Constants.knowledge(operand.value(), problem.lower + " " + place);
            boolean whole =
                    operand.value().equals(HUNDRED) && PERCENT.matcher(place).find();
            if (knowledge != null || whole) {
                found.add(new Candidate(literal, whole ? 1 : -1, whole ? "the whole in percent" : knowledge));
            } else if (Counted.explains(operand.value(), problem, worked, index, place)) {
                found.add(new Candidate(literal, -1.6, "as many as are listed"));
            }
            return;
        }
        var wording = Constants.wording(operand.value(), problem.lower);
        if (wording != null) {
            found.add(new Candidate(
                    literal,
                    strong(operand.value(), place)
                            ? 2.2
                            : strong(operand.value(), problem.lower)
                                    ? 1.2
                                    : Constants.knowledge(operand.value(), place) != null ? 1.2 : -0.6,
                    wording));
            return;
        }
        wording = Constants.wording(operand.value(), place);
        var knowledge = Constants.knowledge(operand.value(), problem.lower + " " + place);
        if (knowledge != null) {
            boolean here = Constants.knowledge(operand.value(), place) != null;
            found.add(new Candidate(literal, here ? 1.2 : -0.8, knowledge));
        } else if (wording != null) {
            found.add(new Candidate(literal, -1.6, wording));
        } else if (Counted.explains(operand.value(), problem, worked, index, place)) {
            found.add(new Candidate(literal, -1.4, "as many as are listed"));
        } else if (operand.value().equals(Rational.ONE)) {
            found.add(new Candidate(literal, -2, "one"));
        }
    }

    private static final Map<String, Pattern> STRONG = Map.of(
            "2", Pattern.compile("\\b(?:twice|doubl\\w+|half|both|round[ -]?trip|back and forth|each way)\\b"),
            "0.5", Pattern.compile("\\bhalf\\b"),
            "3", Pattern.compile("\\b(?:tripl\\w+|thrice|third)\\b"),
            "4", Pattern.compile("\\b(?:quadrupl\\w+|quarter|fourth)\\b"),
            "12", Pattern.compile("\\bdozens?\\b"),
            "100", Pattern.compile("%|\\bpercent\\b"));

    private static boolean strong(Rational value, String text) {
        var pattern = STRONG.get(value.toString());
        return value.equals(Rational.ONE)
                || (pattern != null && pattern.matcher(text).find());
    }

    private void number(
            int index, Equation equation, Operand operand, Mention mention, String line, List<Candidate> found) {
        var number = problem.numbers.get(index);
        double fit = problem.likeness(index, mention)
                + money(operand, worked.line(equation), number.money() || problem.cash(index));
        var name = new Expression.Name("q" + problem.original(index));
        if (problem.original(index) != index && number.value().equals(operand.value())) {
            found.add(new Candidate(name, 1.0 + fit, null));
            return;
        }
        if (!number.changeable()) {
            boolean relation = Character.isLetter(problem.text.charAt(number.start()))
                    && !number.value().equals(Rational.ONE);
            int position = equation.operands().indexOf(operand);
            fixed(number, operand, relation && position >= 0 && equation.addend(position) ? fit - 2.5 : fit, found);
            return;
        }
        if (number.value().equals(operand.value())) {
            found.add(new Candidate(
                    name,
                    (number.percent() ? percentFit(equation) : fractionFit(index, equation, operand)) + fit,
                    null));
        }
        for (var form : derived.get(index)) {
            if (form.value().equals(operand.value())
                    && (!complement(form.candidate())
                            || HUNDREDTHS.matcher(line).find())) {
                found.add(form.candidate().plus(fit));
            }
        }
        plusOne(name, number, operand, fit, found);
    }

    /** The parts of a fraction stand together; a lone denominator divides. */
    private double fractionFit(int index, Equation equation, Operand operand) {
        var form = problem.numbers.get(index).form();
        if (form != TextNumber.Form.NUMERATOR && form != TextNumber.Form.DENOMINATOR) {
            return 1;
        }
        int at = equation.operands().indexOf(operand);
        boolean numerator = form == TextNumber.Form.NUMERATOR;
        int partner = numerator ? index + 1 : index - 1;
        int beside = numerator ? at + 1 : at - 1;
        if (at >= 0
                && beside >= 0
                && beside < equation.operands().size()
                && equation.operands()
                        .get(beside)
                        .value()
                        .equals(problem.numbers.get(partner).value())) {
            return 1.3;
        }
        var shape = equation.shape().print();
        boolean divides = shape.contains("/ o" + at) || shape.contains("/ (o" + at);
        return !numerator && divides && problem.numbers.get(partner).value().equals(Rational.ONE) ? 1 : -1;
    }

    /** Whether the line shows the result of a step as money. */
    private boolean money(int step) {
        var equation = worked.equations().get(step);
        var line = worked.line(equation);
        int start = equation.resultStart();
        return start >= 0
                && (line.substring(0, start).endsWith("$")
                        || line.substring(equation.resultEnd()).matches("(?s) ?(?:dollars?|cents?|\\$).*"));
    }

    /** Currency signs tell money from counts, where a line uses them. */
    private static double money(Operand operand, String line, boolean money) {
        if (!operand.shown()) {
            return 0;
        }
        boolean sign = line.substring(0, operand.start()).endsWith("$");
        if (sign) {
            return money ? 0.5 : -1;
        }
        boolean signs = SIGN.matcher(line).find();
        return signs && money ? -0.5 : 0;
    }

    /** A percentage is seldom used as it is, unless a hundred stands beside it. */
    private static double percentFit(Equation equation) {
        boolean hundred = equation.operands().stream()
                .anyMatch(operand -> operand.value().equals(HUNDRED)
                        || operand.value().times(HUNDRED).equals(Rational.ONE));
        return hundred ? 1.3 : 0;
    }

    private void plusOne(Expression name, TextNumber number, Operand operand, double fit, List<Candidate> found) {
        if (!number.value().isWhole() || number.percent() || number.money()) {
            return;
        }
        var one = new Expression.Literal(Rational.ONE);
        if (operand.value().equals(number.value().plus(Rational.ONE))
                && AND_SELF.matcher(problem.lower).find()) {
            found.add(new Candidate(new Expression.Operation("+", name, one), -2 + fit, null));
        }
        if (operand.value().equals(number.value().minus(Rational.ONE))
                && OTHERS.matcher(problem.lower).find()) {
            found.add(new Candidate(new Expression.Operation("-", name, one), -2.5 + fit, null));
        }
    }

    private void fixed(TextNumber number, Operand operand, double fit, List<Candidate> found) {
        var value = number.value();
        var numerator = new Rational(value.numerator(), BigInteger.ONE);
        var denominator = new Rational(value.denominator(), BigInteger.ONE);
        var forms = number.percent()
                ? List.of(
                        value,
                        value.dividedBy(HUNDRED),
                        HUNDRED.plus(value),
                        Rational.ONE.plus(value.dividedBy(HUNDRED)))
                : value.isWhole()
                        ? List.of(value)
                        : List.of(
                                value,
                                numerator,
                                denominator,
                                Rational.ONE.minus(value),
                                denominator.minus(numerator),
                                Rational.ONE.plus(value),
                                denominator.plus(numerator),
                                value.times(HUNDRED),
                                value.times(Rational.of(60)));
        if (forms.contains(operand.value())) {
            found.add(new Candidate(
                    new Expression.Literal(operand.value()),
                    0.3 + fit,
                    "as the problem words it: " + problem.text.substring(number.start(), number.end())));
        }
    }
}
