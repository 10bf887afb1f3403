package io.infinimill.judge.operator;

import io.infinimill.arithmetic.Rational;
import io.infinimill.judge.operator.Token.Kind;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write as arithmetic, units between the numbers included, and computes it exactly.
 *
 * <p>One instance reads one stretch of tokens from one place on, with one meaning of the percent sign. What is well
 * written but has no value, such as a division by zero, is read on with zero in its place, and {@link #fault()} says so.
 */
final class Reader {

    private static final int MOST_UNIT_WORDS = 10;
    private static final int MOST_NESTED = 100;

    private final List<Token> tokens;
    private final boolean percentIsHundredth;
    private final boolean ofIsTimes;
    private int at;
    private int operators;
    private int nested;
    private @Nullable String fault;

    Reader(List<Token> tokens, int from, boolean percentIsHundredth, boolean ofIsTimes) {
        this.tokens = tokens;
        this.ofIsTimes = ofIsTimes;
        this.at = from;
        this.percentIsHundredth = percentIsHundredth;
    }

    /** What could not be read as arithmetic. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    /** How far it has read. */
    int position() {
        return at;
    }

    /** How many operations it has computed. */
    int operators() {
        return operators;
    }

    /** Why what it has read has no value, or null where it has one. */
    @Nullable
    String fault() {
        return fault;
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** A sum, as long as it goes on. */
    Rational sum() throws Unreadable {
        var value = product();
        while (true) {
            if (accept("+")) {
                value = computed(value, product(), Rational::plus);
            } else if (accept("-")) {
                value = computed(value, product(), Rational::minus);
            } else {
                return value;
            }
            operators++;
        }
    }

    private Rational product() throws Unreadable {
        var value = power();
        while (true) {
            var next = peek(0);
            if (accept("*") || (ofIsTimes && accept("of"))) {
                value = computed(value, power(), Rational::times);
            } else if (accept("/")) {
                value = computed(value, next != null && !next.attached() ? divisor() : power(), Rational::dividedBy);
            } else if (next != null && next.is(Kind.OPEN) && next.attached()) {
                value = computed(value, power(), Rational::times);
            } else {
                return value;
            }
            operators++;
        }
    }

    /** In 2 / 1/6 the fraction is the divisor. */
    private Rational divisor() throws Unreadable {
        return fractionAt(0) ? mixed(Rational.ZERO) : power();
    }

    private Rational power() throws Unreadable {
        var base = operand();
        if (!accept("^")) {
            return base;
        }
        var exponent = operand();
        if (!exponent.isWhole()) {
            throw new Unreadable();
        }
        operators++;
        return computed(
                base,
                exponent,
                (number, power) -> number.power(power.numerator().intValueExact()));
    }

    private Rational operand() throws Unreadable {
        if (accept("-")) {
            return operand().negate();
        }
        var token = peek(0);
        if (token == null) {
            throw new Unreadable();
        }
        at++;
        Rational value;
        if (token.is(Kind.NUMBER)) {
            value = mixed(token.value());
        } else if (token.is(Kind.OPEN)) {
            value = nested();
        } else {
            throw new Unreadable();
        }
        var percent = peek(0);
        if (percent != null && percent.is(Kind.PERCENT)) {
            at++;
            value = percentIsHundredth ? value.dividedBy(Rational.of(100)) : value;
        }
        unit();
        return value;
    }

    private Rational nested() throws Unreadable {
        if (nested == MOST_NESTED) {
            throw new Unreadable();
        }
        nested++;
        var value = sum();
        expectClose();
        nested--;
        return value;
    }

    /** Two and a half may be written 2 1/2. */
    private Rational mixed(Rational whole) throws Unreadable {
        var numerator = peek(0);
        var denominator = peek(2);
        if (numerator == null || denominator == null || !whole.isWhole() || !fractionAt(0)) {
            return whole;
        }
        at += 3;
        return computed(whole, computed(numerator.value(), denominator.value(), Rational::dividedBy), Rational::plus);
    }

    private boolean fractionAt(int ahead) {
        var numerator = peek(ahead);
        var slash = peek(ahead + 1);
        var denominator = peek(ahead + 2);
        return numerator != null
                && numerator.is(Kind.NUMBER)
                && slash != null
                && slash.is("/")
                && slash.attached()
                && denominator != null
                && denominator.is(Kind.NUMBER)
                && denominator.attached();
    }

    /** Words behind a number belong to it if the arithmetic goes on or ends behind them. */
    private void unit() throws Unreadable {
        int from = at;
        int words = 0;
        while (true) {
            var token = peek(0);
            if (token != null && token.is(Kind.UNKNOWN) && words == 0) {
                throw new Unreadable();
            }
            if (token != null && (token.is(Kind.WORD) || token.is(Kind.UNKNOWN))) {
                at += isRaised() ? 3 : 1;
            } else if (token != null && token.is("/") && isWord(peek(1))) {
                at += 2;
            } else if (token != null && token.is(Kind.OPEN) && isWord(peek(1)) && closes(2)) {
                at += 3;
            } else {
                break;
            }
            words++;
        }
        var next = peek(0);
        boolean goesOn =
                next == null || (next.is(Kind.OPERATOR) && !(next.is("of") && !ofIsTimes)) || next.is(Kind.CLOSE);
        if (words > MOST_UNIT_WORDS || !goesOn) {
            at = from;
        }
        var operator = peek(0);
        if (operator != null && operator.is(Kind.OPERATOR) && !operandAt(1)) {
            if (!operator.is("-") && !operator.is("of")) {
                throw new Unreadable();
            }
            at = from;
        }
    }

    /** Whether a word is a unit such as m^2. */
    private boolean isRaised() {
        var sign = peek(1);
        var exponent = peek(2);
        return sign != null && sign.is("^") && exponent != null && exponent.is(Kind.NUMBER);
    }

    private boolean closes(int ahead) {
        var token = peek(ahead);
        return token != null && token.is(Kind.CLOSE);
    }

    private boolean operandAt(int ahead) {
        var token = peek(ahead);
        if (token == null) {
            return false;
        }
        return token.is("-") ? ahead < 2 && operandAt(ahead + 1) : token.is(Kind.NUMBER) || token.is(Kind.OPEN);
    }

    private static boolean isWord(@Nullable Token token) {
        return token != null && token.is(Kind.WORD);
    }

    private Rational computed(Rational left, Rational right, BinaryOperator<Rational> operation) {
        try {
            return operation.apply(left, right);
        } catch (ArithmeticException e) {
            fault = fault == null ? e.getMessage() : fault;
            return Rational.ZERO;
        }
    }

    private boolean accept(String sign) {
        var token = peek(0);
        if (token == null || !token.is(sign) || !operandAt(1)) {
            return false;
        }
        at++;
        return true;
    }

    private void expectClose() throws Unreadable {
        var token = peek(0);
        if (token == null || !token.is(Kind.CLOSE)) {
            throw new Unreadable();
        }
        at++;
    }

    private @Nullable Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }
}
