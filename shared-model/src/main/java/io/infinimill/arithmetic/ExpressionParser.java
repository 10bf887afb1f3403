package io.infinimill.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Reads {@link Expression} by recursive descent, with Python's precedence. */
final class ExpressionParser {

    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() {
        var expression = sum();
        if (peek() != 0) {
            throw wrong("unexpected '" + text.charAt(at) + "'");
        }
        return expression;
    }

    private Expression sum() {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " levels");
        }
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
            } else if (peek() == '*' && !text.startsWith("**", at)) {
                at++;
                left = new Expression.Operation("*", left, unary());
            } else if (accept("%")) {
                left = new Expression.Operation("%", left, unary());
            } else {
                return left;
            }
        }
    }

    private Expression unary() {
        if (accept("-")) {
            if (++depth > DEEPEST) {
                throw wrong("more than " + DEEPEST + " levels");
            }
            var negation = new Expression.Negation(unary());
            depth--;
            return negation;
        }
        accept("+");
        var base = primary();
        return accept("**") ? new Expression.Operation("**", base, unary()) : base;
    }

    private Expression primary() {
        char first = peek();
        if (accept("(")) {
            var inner = sum();
            expect(")");
            return inner;
        }
        int start = at;
        if (Character.isDigit(first) || first == '.') {
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                return new Expression.Literal(Rational.parse(text.substring(start, at)));
            } catch (NumberFormatException e) {
                throw wrong("'" + text.substring(start, at) + "' is no number");
            }
        }
        if (Character.isLetter(first) || first == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            var name = text.substring(start, at);
            return Operators.isFunction(name) && accept("(") ? call(name) : new Expression.Name(name);
        }
        throw wrong(first == 0 ? "it ends too early" : "unexpected '" + first + "'");
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (accept(","));
        expect(")");
        return new Expression.Call(function, arguments);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean accept(String token) {
        peek();
        if (!text.startsWith(token, at)) {
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
