package io.infinimill.judge.operator;

import io.infinimill.arithmetic.Rational;
import io.infinimill.judge.operator.Token.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on both sides of an equals sign.
 *
 * @param left the longest arithmetic that ends at the sign, or null where it cannot be read
 * @param right the longest that starts behind it, or null where it cannot be read
 * @param shortRight the same, but up to an "of" that may not mean times, as in "= 1/3 of the $12"
 * @param line which line of the text it stands in, from 0
 */
record Equation(
        @Nullable Side left, @Nullable Side right, @Nullable Side shortRight, int line) {

    /** Longer than any side that a person writes; reading takes the square of it. */
    private static final int MOST_TOKENS = 1_000;

    /**
     * @param decimals digits after the point of a lone number, else -1
     * @param fault why it has no value, such as a division by zero, or null where it has one
     */
    record Side(
            Rational value,
            Rational percentAsHundredths,
            int operators,
            int decimals,
            boolean unitless,
            String text,
            @Nullable String fault) {

        boolean lone() {
            return operators == 0;
        }

        boolean shows(Rational number) {
            return value.equals(number) || percentAsHundredths.equals(number);
        }
    }

    /** All equations of a text, in its order. */
    static List<Equation> of(String text) {
        var equations = new ArrayList<Equation>();
        var lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            var stretch = new ArrayList<Token>();
            for (var token : Token.of(lines.get(line))) {
                if (token.is(Kind.END)) {
                    read(stretch, line, equations);
                    stretch.clear();
                } else {
                    stretch.add(token);
                }
            }
            read(stretch, line, equations);
        }
        return equations;
    }

    private static void read(List<Token> stretch, int line, List<Equation> equations) {
        var sides = new ArrayList<List<Token>>();
        sides.add(new ArrayList<>());
        for (var token : stretch) {
            if (token.is(Kind.EQUALS)) {
                sides.add(new ArrayList<>());
            } else {
                sides.getLast().add(token);
            }
        }
        for (int i = 0; i + 1 < sides.size(); i++) {
            var behind = sides.get(i + 1);
            equations.add(new Equation(
                    ending(sides.get(i)), side(behind, 0, false, true), side(behind, 0, false, false), line));
        }
    }

    /** Whether both sides can be read and one computes something: 6 feet = 6 * 12 inches converts, it does not compute. */
    boolean checkable() {
        return left != null
                && right != null
                && (!left.lone() || (!right.lone() && left.unitless() && right.unitless()));
    }

    /** What is wrong, or null where nothing is or nothing can be checked. */
    @Nullable
    String fault() {
        var without = withoutValue();
        if (without != null) {
            return "%s cannot be computed: %s".formatted(without.text(), without.fault());
        }
        if (left == null || right == null || !checkable()) {
            return null;
        }
        return same(left, right) || (shortRight != null && same(left, shortRight))
                ? null
                : "%s is %s and not %s".formatted(left.text(), left.value(), right.text());
    }

    private @Nullable Side withoutValue() {
        if (left != null && left.fault() != null) {
            return left;
        }
        return right != null && right.fault() != null ? right : null;
    }

    private static boolean same(Side left, Side right) {
        return shows(right, right.value(), left) || shows(right, right.percentAsHundredths(), left);
    }

    private static boolean shows(Side shown, Rational value, Side computed) {
        return shows(shown.decimals(), value, computed.value())
                || shows(shown.decimals(), value, computed.percentAsHundredths());
    }

    /** Whether a number shown with some decimals stands for the computed one: rounded, or cut off behind the point. */
    private static boolean shows(int decimals, Rational shown, Rational computed) {
        if (computed.equals(shown)) {
            return true;
        }
        return decimals >= 0
                && Stream.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN)
                        .filter(mode -> decimals > 0 || mode != RoundingMode.DOWN)
                        .anyMatch(mode -> rounded(computed, decimals, mode).equals(shown));
    }

    private static Rational rounded(Rational value, int decimals, RoundingMode mode) {
        return Rational.of(
                new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), decimals, mode));
    }

    private static @Nullable Side ending(List<Token> tokens) {
        if (tokens.size() > MOST_TOKENS) {
            return null;
        }
        for (int from = 0; from < tokens.size(); from++) {
            var token = tokens.get(from);
            if (!token.is(Kind.NUMBER) && !token.is(Kind.OPEN) && !(from == 0 && token.is("-"))) {
                continue;
            }
            if (from > 0
                    && tokens.get(from - 1).is(Kind.OPERATOR)
                    && !(from == 1 && tokens.get(0).is("-"))) {
                continue;
            }
            var side = side(tokens, from, true, true);
            if (side != null) {
                return side;
            }
        }
        return null;
    }

    private static @Nullable Side side(List<Token> tokens, int from, boolean toTheEnd, boolean ofIsTimes) {
        try {
            var plain = new Reader(tokens, from, false, ofIsTimes);
            var value = plain.sum();
            if (toTheEnd && !plain.atEnd()) {
                return null;
            }
            var percent = new Reader(tokens, from, true, ofIsTimes);
            var hundredths = percent.sum();
            int decimals = plain.operators() > 0 ? -1 : Math.max(0, decimals(tokens.get(from)));
            var read = tokens.subList(from, plain.position());
            boolean unitless = read.stream().noneMatch(token -> token.is(Kind.WORD));
            return new Side(
                    value,
                    hundredths,
                    plain.operators(),
                    decimals,
                    unitless,
                    text(read),
                    plain.fault() == null ? percent.fault() : plain.fault());
        } catch (Reader.Unreadable e) {
            return null;
        }
    }

    private static int decimals(Token number) {
        int point = number.text().indexOf('.');
        return point < 0 ? 0 : number.text().length() - point - 1;
    }

    private static String text(List<Token> tokens) {
        return String.join(" ", tokens.stream().map(Token::text).toList());
    }
}
