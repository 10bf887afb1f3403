package io.infinimill.judge.operator;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a line of worked text. Currency signs and quotation marks are none, an {@code x} between numbers is a times
 * sign, and a lone letter behind a number is an unknown.
 *
 * @param text a number without its commas, one of {@code + - * / ^ ( ) =}, a word, or a mark that ends a thought
 * @param attached whether no space stands before it
 */
record Token(Kind kind, String text, boolean attached) {

    enum Kind {
        NUMBER,
        PERCENT,
        OPERATOR,
        OPEN,
        CLOSE,
        EQUALS,
        WORD,
        UNKNOWN,
        END
    }

    private static final Pattern PIECE =
            Pattern.compile("(?<number>(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|\\.\\d+)"
                    + "(?:(?:st|nd|rd|th|ths)\\b)?"
                    + "|(?<percent>%)"
                    + "|(?<equals>=(?!>)|≈)"
                    + "|(?<hyphened>(?<=[\\p{L}\\d])-\\p{L}{2,}(?:-\\p{L}+)*)"
                    + "|(?<operator>[-+*/^×÷·–−])"
                    + "|(?<open>[(\\[{])|(?<close>[)\\]}])"
                    + "|(?<word>\\p{L}[\\p{L}'’]*(?:-\\p{L}+)*\\.?(?=\\s*[-+*/×=])|\\p{L}[\\p{L}'’]*)"
                    + "|(?<ignored>[\\s$€£¢\"“”`]+)"
                    + "|(?<end>.)");

    /** Letters that, right behind a number, are a unit such as 5g; others are unknowns such as 3x. */
    private static final String UNIT_LETTERS = "gmlhL";

    static List<Token> of(String line) {
        var tokens = new ArrayList<Token>();
        var matcher = PIECE.matcher(line);
        boolean attached = false;
        while (matcher.find()) {
            if (matcher.group("ignored") != null) {
                attached = attached && !matcher.group().contains(" ");
                continue;
            }
            tokens.add(token(matcher, attached));
            attached = true;
        }
        return timesAndUnknowns(tokens);
    }

    Rational value() {
        return Rational.parse(text);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(String sign) {
        return kind == Kind.OPERATOR && text.equals(sign);
    }

    private static Token token(Matcher found, boolean attached) {
        if (found.group("number") != null) {
            return new Token(Kind.NUMBER, found.group("number").replace(",", ""), attached);
        }
        if (found.group("operator") != null) {
            return new Token(Kind.OPERATOR, sign(found.group("operator")), attached);
        }
        var kind = found.group("percent") != null
                ? Kind.PERCENT
                : found.group("equals") != null
                        ? Kind.EQUALS
                        : found.group("open") != null
                                ? Kind.OPEN
                                : found.group("close") != null
                                        ? Kind.CLOSE
                                        : found.group("word") != null || found.group("hyphened") != null
                                                ? Kind.WORD
                                                : Kind.END;
        return new Token(kind, found.group(), attached);
    }

    private static String sign(String operator) {
        return switch (operator) {
            case "×", "·" -> "*";
            case "÷" -> "/";
            case "–", "−" -> "-";
            default -> operator;
        };
    }

    /** Words between two numbers may be signs. */
    private static List<Token> timesAndUnknowns(List<Token> tokens) {
        var result = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var sign = i == 0 || i + 1 == tokens.size() || !token.is(Kind.WORD)
                    ? null
                    : sign(token.text(), tokens.get(i - 1), tokens.get(i + 1));
            if (sign != null) {
                result.add(new Token(sign.equals("=") ? Kind.EQUALS : Kind.OPERATOR, sign, token.attached()));
            } else if (token.is(Kind.WORD)
                    && token.text().length() == 1
                    && !token.text().equalsIgnoreCase("a")) {
                boolean unit = token.attached() && UNIT_LETTERS.contains(token.text());
                result.add(unit ? token : new Token(Kind.UNKNOWN, token.text(), token.attached()));
            } else if (token.text().equals("A") && token.attached()) {
                result.add(new Token(Kind.UNKNOWN, token.text(), true));
            } else if (!(token.text().equals("by")
                    && !result.isEmpty()
                    && result.getLast().is("/"))) {
                result.add(token);
            }
        }
        return result;
    }

    private static @Nullable String sign(String word, Token before, Token behind) {
        boolean number = before.is(Kind.NUMBER) || before.is(Kind.CLOSE) || before.is(Kind.PERCENT);
        if (word.equals("divided") && number && behind.text().equals("by")) {
            return "/";
        }
        if (!behind.is(Kind.NUMBER) && !behind.is(Kind.OPEN)) {
            return null;
        }
        return switch (word) {
            case "x", "X" -> number || before.is(Kind.WORD) ? "*" : null;
            case "of" -> number ? "of" : null;
            case "times" -> number ? "*" : null;
            case "plus" -> number ? "+" : null;
            case "minus" -> number ? "-" : null;
            case "equals" -> number ? "=" : null;
            default -> null;
        };
    }
}
