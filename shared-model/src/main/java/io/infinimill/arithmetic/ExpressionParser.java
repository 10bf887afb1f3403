package io.infinimill.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Reads {@link Expression} by recursive descent, with Python's precedence. */
final class ExpressionParser {

    /** What is built here is walked by recursion: both bounds keep it far from the end of the stack. */
    private static final int DEEPEST = 200;

    private static final int MOST_PARTS = 300;

    private final String text;
    private int at;
    private int depth;
    private int parts;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() {
        var expression = sum();
        if (!atEnd()) {
            throw wrong("unexpected '" + text.charAt(at) + "'");
        }
        return expression;
    }

    private Expression sum() {
        descend();
        var left = product();
        while (true) {
            if (accept("+")) {
                left = new Expression.Operation("+", left, product());
            } else if (accept("-")) {
                left = new Expression.Operation("-", left, product());
            } else {
                depth--;
                return left;
            }
        }
    }

    private Expression product() {
        var left = unary();
        while (true) {
            if (accept("//")) {
                left = new Expression.Operation("//", left, unary());
            } else if (accept("/")) {
                left = new Expression.Operation("/", left, unary());
            } else if (accept("*")) {
                left = new Expression.Operation("*", left, unary());
            } else if (accept("%")) {
                left = new Expression.Operation("%", left, unary());
            } else {
                return left;
            }
        }
    }

    private Expression unary() {
        descend();
        Expression expression;
        if (accept("-")) {
            expression = new Expression.Negation(unary());
        } else if (accept("+")) {
            expression = unary();
        } else {
            var base = primary();
            expression = accept("**") ? new Expression.Operation("**", base, unary()) : base;
        }
        depth--;
        return expression;
    }

    private Expression primary() {
        if (++parts > MOST_PARTS) {
            throw wrong("more than " + MOST_PARTS + " parts");
        }
        if (accept("(")) {
            var inner = sum();
            expect(")");
            return inner;
        }
        if (atEnd()) {
            throw wrong("it ends too early");
        }
        char first = text.charAt(at);
        if (isDigit(first) || first == '.') {
            return literal();
        }
        if (Character.isLetter(first) || first == '_') {
            return named();
        }
        throw wrong("unexpected '" + first + "'");
    }

    private Expression literal() {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        var number = text.substring(start, at);
        try {
            return new Expression.Literal(Rational.parse(number));
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("'" + number + "' is no number");
        }
    }

    private Expression named() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        var name = text.substring(start, at);
        if (!accept("(")) {
            return new Expression.Name(name);
        }
        if (!Operators.FUNCTIONS.contains(name)) {
            at = start;
            throw wrong("unknown function '%s' (known: %s)".formatted(name, String.join(" ", Operators.FUNCTIONS)));
        }
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (accept(","));
        expect(")");
        if (!Operators.takes(name, arguments.size())) {
            at = start;
            throw wrong("%s does not take %d argument%s"
                    .formatted(name, arguments.size(), arguments.size() == 1 ? "" : "s"));
        }
        return new Expression.Call(name, arguments);
    }

    private void descend() {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " levels");
        }
    }

    /** Python knows no other digits than these in a number. */
    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean atEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private boolean accept(String token) {
        if (atEnd() || !text.startsWith(token, at)) {
            return false;
        }
        if (token.equals("*") && text.startsWith("**", at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw wrong("missing '" + token + "'");
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("not an expression: '%s', %s at position %d".formatted(text, why, at));
    }
}
