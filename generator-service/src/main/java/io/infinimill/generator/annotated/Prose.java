package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds arithmetic that stands in a line without annotation, such as {@code 5 snakes * $6 = $30}. */
final class Prose {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>" + TextNumbers.DIGITS
                    + ")(?<percent> ?%)?|(?<word>/?[A-Za-z](?:[A-Za-z'’-]|/(?=[A-Za-z]))*)|(?<op>[-+*/×÷−–()=])|(?<money>[$€£])|(?<other>\\S)");
    private static final int UNIT_WORDS = 7;
    private static final int LONGEST = 60;

    private Prose() {}

    private record Token(String kind, String text, int start, int end) {
        boolean is(String other) {
            return kind.equals(other);
        }
    }

    /** The computations of a line whose result is right. */
    static List<Equation> equations(int index, String line) {
        var tokens = tokens(line);
        List<Equation> found = new ArrayList<>();
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).is("=")) {
                var equation = ending(index, tokens, i);
                if (equation != null) {
                    found.add(equation);
                }
            }
        }
        return found;
    }

    /** Whether a computation of the line has a result that is not right, or cannot be read. */
    static boolean isWrong(String line) {
        var tokens = tokens(line);
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).is("=") && isComputed(tokens, i) && ending(0, tokens, i) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether numbers alone are computed before the sign, with at most units between them, and a number alone stands behind
     * it: neither an equation with an unknown nor one of two computations.
     */
    private static boolean isComputed(List<Token> tokens, int equals) {
        if (!isNumber(tokens.get(equals + 1)) || isOperation(tokens, equals + 2)) {
            return false;
        }
        boolean computed = false;
        for (int i = equals - 1;
                i >= 0 && !tokens.get(i).is("=") && !tokens.get(i).is("other");
                i--) {
            if (isUnknown(tokens, i)) {
                return false;
            }
            computed |= isOperation(tokens, i) && i > 0 && !tokens.get(i - 1).is("=");
        }
        return computed;
    }

    private static boolean isNumber(Token token) {
        return token.is("number") || token.is("percent");
    }

    /** Whether a sign stands between two things that can be computed with. */
    private static boolean isOperation(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && isSign(tokens.get(index))
                && (isNumber(tokens.get(index + 1))
                        || tokens.get(index + 1).text().equals("("));
    }

    private static boolean isSign(Token token) {
        return token.is("op") && !token.text().equals("(") && !token.text().equals(")");
    }

    /** Whether a letter stands for a number: alone beside a sign, or as an x that multiplies nothing. */
    private static boolean isUnknown(List<Token> tokens, int index) {
        var token = tokens.get(index);
        boolean afterSign = index > 0 && isSign(tokens.get(index - 1));
        boolean beforeSign = index + 1 < tokens.size() && isSign(tokens.get(index + 1));
        if (token.is("word")) {
            return token.text().length() == 1 && (afterSign || beforeSign);
        }
        return token.text().equals("*")
                && (index == 0
                        || afterSign
                        || beforeSign
                        || tokens.get(index + 1).is("="));
    }

    private static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            var text = matcher.group();
            if (matcher.group("number") != null) {
                tokens.add(new Token(
                        matcher.group("percent") == null ? "number" : "percent",
                        matcher.group("number").replace(",", ""),
                        matcher.start("number"),
                        matcher.end("number")));
            } else if (matcher.group("word") != null) {
                tokens.add(
                        text.equalsIgnoreCase("x") || text.equalsIgnoreCase("times")
                                ? new Token("op", "*", matcher.start(), matcher.end())
                                : new Token("word", text, matcher.start(), matcher.end()));
            } else if (text.equals("=")) {
                tokens.add(new Token("=", text, matcher.start(), matcher.end()));
            } else if (matcher.group("op") != null) {
                tokens.add(new Token("op", operator(text), matcher.start(), matcher.end()));
            } else if (matcher.group("money") == null) {
                tokens.add(new Token("other", text, matcher.start(), matcher.end()));
            }
        }
        return tokens;
    }

    private static String operator(String text) {
        return switch (text) {
            case "×", "x" -> "*";
            case "÷" -> "/";
            case "−", "–" -> "-";
            default -> text;
        };
    }

    private static @Nullable Equation ending(int index, List<Token> tokens, int equals) {
        var result = tokens.get(equals + 1);
        if (!result.is("number") && !result.is("percent")) {
            return null;
        }
        int least = equals - 1;
        for (int words = 0; least >= 0 && equals - least < LONGEST; least--) {
            var token = tokens.get(least);
            words = token.is("word") ? words + 1 : 0;
            if (token.is("=") || token.is("other") || words > UNIT_WORDS) {
                break;
            }
        }
        for (int from = least + 1; from < equals; from++) {
            var equation = between(index, tokens, from, equals, result);
            if (equation != null) {
                return equation;
            }
        }
        return null;
    }

    private static @Nullable Equation between(int index, List<Token> tokens, int from, int equals, Token result) {
        var first = tokens.get(from);
        if (!first.is("number") && !first.is("percent") && !first.text().equals("(")) {
            return null;
        }
        var text = new StringBuilder();
        List<Token> numbers = new ArrayList<>();
        String last = "";
        boolean operator = false;
        for (var token : tokens.subList(from, equals)) {
            if (token.is("word")) {
                continue;
            }
            if (token.is("number") || token.is("percent")) {
                if (last.equals("number")) {
                    if (!text.toString().endsWith(")")) {
                        return null;
                    }
                    text.append(" *");
                    operator = true;
                }
                numbers.add(token);
                last = "number";
                text.append(' ').append(token.text());
            } else {
                operator |= !token.text().equals("(") && !token.text().equals(")");
                if (token.text().equals("(") && last.equals("number")) {
                    text.append(" *");
                    operator = true;
                }
                last = token.text().equals(")") ? "number" : "op";
                text.append(' ').append(token.text());
            }
        }
        if (!operator) {
            return null;
        }
        return read(index, text.toString(), numbers, first.start(), result);
    }

    private static @Nullable Equation read(int index, String text, List<Token> numbers, int start, Token result) {
        try {
            var plain = Expression.parse(text);
            var equation = Equation.of(index, plain, start, result.start());
            if (!right(equation, result)) {
                equation = Equation.of(index, percents(plain, numbers, new int[1]), start, result.start());
                if (!right(equation, result)) {
                    return null;
                }
            }
            List<Operand> shown = new ArrayList<>();
            int at = 0;
            for (var operand : equation.operands()) {
                while (at < numbers.size()
                        && !Rational.parse(numbers.get(at).text()).equals(operand.value())) {
                    at++;
                }
                shown.add(
                        at < numbers.size()
                                ? operand.at(
                                        numbers.get(at).start(), numbers.get(at).end())
                                : operand);
                at = Math.min(at + 1, numbers.size());
            }
            return equation.withOperands(shown).withResult(result.start(), result.end());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static boolean right(Equation equation, Token result) {
        var shown = Rational.parse(result.text());
        return equation.result().equals(shown)
                || (result.is("percent")
                        && equation.result().times(Rational.of(100)).equals(shown));
    }

    /** Reads percent signs as a division by a hundred. */
    private static Expression percents(Expression expression, List<Token> numbers, int[] at) {
        return switch (expression) {
            case Expression.Literal literal ->
                at[0] < numbers.size() && numbers.get(at[0]++).is("percent")
                        ? new Expression.Operation("/", literal, new Expression.Literal(Rational.of(100)))
                        : literal;
            case Expression.Operation(String operator, Expression left, Expression right) -> {
                var first = percents(left, numbers, at);
                yield new Expression.Operation(operator, first, percents(right, numbers, at));
            }
            case Expression.Negation(Expression operand) -> new Expression.Negation(percents(operand, numbers, at));
            default -> expression;
        };
    }
}
