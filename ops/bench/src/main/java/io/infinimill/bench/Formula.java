package io.infinimill.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Arithmetic of the benchmark's own, to 34 digits: the product's may be wrong, and then so would be a check that uses it.
 */
sealed interface Formula {

    /** A number that stands there. */
    record Literal(BigDecimal value) implements Formula {}

    /** A number that is filled in. */
    record Slot(int index) implements Formula {}

    /** One of {@code + - * /}. */
    record Operation(char operator, Formula left, Formula right) implements Formula {}

    /** Reads {@code - number1 number0}; {@code number1} is slot 1. */
    static Formula prefix(String text) {
        var words = new ArrayDeque<>(Arrays.asList(text.strip().split("\\s+")));
        var formula = prefix(words);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("'%s' has too many operands".formatted(text));
        }
        return formula;
    }

    private static Formula prefix(Deque<String> words) {
        var word = words.pop();
        if (word.length() == 1 && "+-*/".contains(word)) {
            var left = prefix(words);
            return new Operation(word.charAt(0), left, prefix(words));
        }
        return word.startsWith("number")
                ? new Slot(Integer.parseInt(word.substring("number".length())))
                : new Literal(new BigDecimal(word));
    }

    /** Reads {@code (48+2)*3}. */
    static Formula infix(String text) {
        return new InfixText(text).read();
    }

    default BigDecimal evaluate(IntFunction<BigDecimal> slots) {
        return switch (this) {
            case Literal(BigDecimal value) -> value;
            case Slot(int index) -> slots.apply(index);
            case Operation(char operator, Formula left, Formula right) -> {
                var a = left.evaluate(slots);
                var b = right.evaluate(slots);
                yield switch (operator) {
                    case '+' -> a.add(b, MathContext.DECIMAL128);
                    case '-' -> a.subtract(b, MathContext.DECIMAL128);
                    case '*' -> a.multiply(b, MathContext.DECIMAL128);
                    default -> a.divide(b, MathContext.DECIMAL128);
                };
            }
        };
    }

    /** The same with other leaves in place of its literals. */
    default Formula replace(Function<Literal, Formula> leaf) {
        return switch (this) {
            case Literal literal -> leaf.apply(literal);
            case Slot slot -> slot;
            case Operation(char operator, Formula left, Formula right) ->
                new Operation(operator, left.replace(leaf), right.replace(leaf));
        };
    }

    /** Prints it with numbers in its slots, every operation in parentheses. */
    default String print(List<BigDecimal> slots) {
        return switch (this) {
            case Literal(BigDecimal value) -> value.toPlainString();
            case Slot(int index) -> slots.get(index).toPlainString();
            case Operation(char operator, Formula left, Formula right) ->
                "( %s %s %s )".formatted(left.print(slots), operator, right.print(slots));
        };
    }

    /** Whether two numbers are one, up to what rounding leaves. */
    static boolean equal(BigDecimal a, BigDecimal b) {
        var larger = a.abs().max(b.abs()).max(BigDecimal.ONE);
        return a.subtract(b).abs().compareTo(larger.movePointLeft(9)) <= 0;
    }
}
