package io.infinimill.bench;

import java.math.BigDecimal;

/** Reads numbers, {@code + - * /} and parentheses. */
final class InfixText {

    private final String text;
    private int at;

    InfixText(String text) {
        this.text = text.replaceAll("[\\s$,]", "");
    }

    /** @throws IllegalArgumentException when there is anything else */
    Formula read() {
        var formula = sum();
        if (at < text.length()) {
            throw unreadable();
        }
        return formula;
    }

    private Formula sum() {
        var left = product();
        while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            var operator = text.charAt(at++);
            left = new Formula.Operation(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        var left = factor();
        while (at < text.length() && "*/".indexOf(text.charAt(at)) >= 0) {
            var operator = text.charAt(at++);
            left = new Formula.Operation(operator, left, factor());
        }
        return left;
    }

    private Formula factor() {
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            var inside = sum();
            if (at >= text.length() || text.charAt(at++) != ')') {
                throw unreadable();
            }
            return inside;
        }
        var start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return new Formula.Literal(new BigDecimal(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("'%s' cannot be read at %d".formatted(text, at));
    }
}
