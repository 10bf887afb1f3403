package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Solves the linear equations in one unknown that a solution sets up, such as {@code x + 2x = 30}. */
final class LinearEquations {

    private static final Pattern EQUATION = Pattern.compile("[-\\d.,$A-Za-z()+*/×÷−–% ]*=[-\\d.,$A-Za-z()+*/×÷−–% ]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern LETTER = Pattern.compile("(?<![A-Za-z])[A-Za-z](?![A-Za-z])");
    private static final Expression ONE = new Expression.Literal(Rational.ONE);

    /** A solution that nobody would write. */
    private static final Pattern TANGLED = Pattern.compile("-\\(-");

    private LinearEquations() {}

    private record Linear(
            @Nullable Expression factor, @Nullable Expression constant) {}

    /** The solution text with the value of each unknown computed where it can be explained. */
    static Worked extend(Problem problem, Worked worked) {
        Set<String> solved = new HashSet<>();
        List<Equation> added = new ArrayList<>();
        Set<Rational> values = new HashSet<>();
        for (int i = 0; i < worked.lines().size(); i++) {
            var matcher = EQUATION.matcher(worked.lines().get(i));
            while (matcher.find()) {
                for (var text : parts(matcher.group())) {
                    var letters = new HashSet<String>();
                    LETTER.matcher(text).results().forEach(match -> letters.add(match.group()));
                    if (letters.size() != 1
                            || solved.contains(letters.iterator().next())) {
                        continue;
                    }
                    var equation = solve(i, text, letters.iterator().next());
                    if (equation != null && explained(equation, problem, worked)) {
                        added.add(equation);
                        values.add(equation.result());
                        solved.addAll(letters);
                    }
                }
            }
        }
        List<Equation> all = new ArrayList<>(added);
        for (var equation : worked.equations()) {
            if (!values.contains(equation.result())) {
                all.add(equation);
            }
        }
        all.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new Worked(worked.lines(), all);
    }

    /** Cuts words away and a chain of equations into neighbours. */
    private static List<String> parts(String text) {
        List<String> sides = new ArrayList<>();
        var split = text.split("=", -1);
        for (int i = 0; i < split.length; i++) {
            var side = split[i];
            var word = WORD.matcher(side);
            if (i == 0) {
                int from = 0;
                while (word.find()) {
                    from = word.end();
                }
                side = side.substring(from);
            } else if (word.find()) {
                side = side.substring(0, word.start());
            }
            sides.add(side.strip().replaceAll("[.,]$", ""));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i + 1 < sides.size(); i++) {
            parts.add(sides.get(i) + "=" + sides.get(i + 1));
        }
        return parts;
    }

    private static @Nullable Equation solve(int line, String text, String unknown) {
        try {
            var sides = text.split("=");
            if (sides.length != 2) {
                return null;
            }
            var left = linear(Expression.parse(tidy(sides[0])), unknown);
            var right = linear(Expression.parse(tidy(sides[1])), unknown);
            if (left == null || right == null) {
                return null;
            }
            var factor = minus(left.factor(), right.factor());
            var constant = minus(right.constant(), left.constant());
            if (factor == null || constant == null || (constant instanceof Expression.Literal && factor.equals(ONE))) {
                return null;
            }
            var solution = factor.equals(ONE) ? constant : new Expression.Operation("/", constant, factor);
            if (factor instanceof Expression.Negation(Expression inner)) {
                solution =
                        inner.equals(ONE) ? negated(constant) : new Expression.Operation("/", negated(constant), inner);
            }
            return TANGLED.matcher(solution.print()).find() ? null : Equation.of(line, solution, 0, 0);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static String tidy(String side) {
        return side.replaceAll("[$,]", "")
                .replace('×', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replace('–', '-')
                .replaceAll("(" + TextNumbers.DIGITS + ") ?%", "($1/100)")
                .replaceAll("([\\d)])\\s*(?=[A-Za-z(])", "$1*");
    }

    private static @Nullable Linear linear(Expression expression, String unknown) {
        return switch (expression) {
            case Expression.Literal literal -> new Linear(null, literal);
            case Expression.Name(String name) -> name.equals(unknown) ? new Linear(ONE, null) : null;
            case Expression.Negation(Expression operand) -> {
                var inner = linear(operand, unknown);
                yield inner == null ? null : new Linear(minus(null, inner.factor()), minus(null, inner.constant()));
            }
            case Expression.Operation(String operator, Expression left, Expression right) -> {
                var first = linear(left, unknown);
                var second = linear(right, unknown);
                yield first == null || second == null ? null : combine(operator, first, second);
            }
            case Expression.Call _ -> null;
        };
    }

    private static @Nullable Linear combine(String operator, Linear left, Linear right) {
        return switch (operator) {
            case "+" -> new Linear(plus(left.factor(), right.factor()), plus(left.constant(), right.constant()));
            case "-" -> new Linear(minus(left.factor(), right.factor()), minus(left.constant(), right.constant()));
            case "*" ->
                left.factor() == null && left.constant() != null
                        ? new Linear(times(left.constant(), right.factor()), times(left.constant(), right.constant()))
                        : right.factor() == null && right.constant() != null
                                ? new Linear(
                                        times(right.constant(), left.factor()),
                                        times(right.constant(), left.constant()))
                                : null;
            case "/" ->
                right.factor() == null && right.constant() != null
                        ? new Linear(over(left.factor(), right.constant()), over(left.constant(), right.constant()))
                        : null;
            default -> null;
        };
    }

    private static @Nullable Expression plus(@Nullable Expression a, @Nullable Expression b) {
        return a == null ? b : b == null ? a : new Expression.Operation("+", a, b);
    }

    private static @Nullable Expression minus(@Nullable Expression a, @Nullable Expression b) {
        if (b == null || a == null) {
            return b == null ? a : negated(b);
        }
        return b instanceof Expression.Negation(Expression operand)
                ? new Expression.Operation("+", a, operand)
                : new Expression.Operation("-", a, b);
    }

    /** The opposite, with as few signs as it can have. */
    private static Expression negated(Expression expression) {
        return switch (expression) {
            case Expression.Negation(Expression operand) -> operand;
            case Expression.Operation(String operator, Expression left, Expression right)
            when operator.equals("-") -> new Expression.Operation("-", right, left);
            case Expression.Operation(String operator, Expression left, Expression right)
            when operator.equals("/") -> new Expression.Operation("/", negated(left), right);
            default -> new Expression.Negation(expression);
        };
    }

    private static @Nullable Expression times(Expression a, @Nullable Expression b) {
        return b == null ? null : b.equals(ONE) ? a : new Expression.Operation("*", a, b);
    }

    private static @Nullable Expression over(@Nullable Expression a, Expression b) {
        return a == null ? null : new Expression.Operation("/", a, b);
    }

    private static boolean explained(Equation equation, Problem problem, Worked worked) {
        if (equation.result().signum() <= 0) {
            return false;
        }
        List<Equation> before = new ArrayList<>(worked.equations().stream()
                .filter(other -> other.line() <= equation.line())
                .toList());
        before.add(equation);
        var candidates = new Candidates(problem, new Worked(worked.lines(), before));
        return equation.operands().stream()
                .allMatch(operand ->
                        !candidates.of(before.size() - 1, operand).getFirst().unexplained());
    }
}
