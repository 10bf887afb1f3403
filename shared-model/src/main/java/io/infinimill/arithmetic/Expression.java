package io.infinimill.arithmetic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An arithmetic expression over named quantities, evaluated exactly. It reads and prints as Python, so that one text
 * serves as the line of a program and as its exact twin in Java.
 */
public sealed interface Expression {

    /** A number as it stands in the text. */
    record Literal(Rational value) implements Expression {}

    /** A variable or an earlier step. */
    record Name(String name) implements Expression {}

    record Negation(Expression operand) implements Expression {}

    /** One of {@code + - * / // % **}. */
    record Operation(String operator, Expression left, Expression right) implements Expression {}

    /**
     * A call of {@code floor ceil abs sqrt} with one argument, {@code min max} with two or more, or {@code round}, half
     * up, with the number of digits after the point as its second argument or without.
     */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** @throws IllegalArgumentException with the text and the position when it is not an expression */
    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /** The names it uses, in order of appearance. */
    default Set<String> names() {
        var names = new LinkedHashSet<String>();
        walk(part -> {
            if (part instanceof Name(String name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Visits every part, a part after what it is made of. */
    default void walk(Consumer<Expression> visitor) {
        switch (this) {
            case Literal _, Name _ -> {}
            case Negation(Expression operand) -> operand.walk(visitor);
            case Operation(String _, Expression left, Expression right) -> {
                left.walk(visitor);
                right.walk(visitor);
            }
            case Call(String _, List<Expression> arguments) -> arguments.forEach(argument -> argument.walk(visitor));
        }
        visitor.accept(this);
    }

    /** Replaces names: a name that {@code replacement} maps to null stays. */
    default Expression replace(Function<String, @Nullable Expression> replacement) {
        return switch (this) {
            case Literal literal -> literal;
            case Name name -> {
                var other = replacement.apply(name.name());
                yield other == null ? name : other;
            }
            case Negation(Expression operand) -> new Negation(operand.replace(replacement));
            case Operation(String operator, Expression left, Expression right) ->
                new Operation(operator, left.replace(replacement), right.replace(replacement));
            case Call(String function, List<Expression> arguments) ->
                new Call(
                        function,
                        arguments.stream()
                                .map(argument -> argument.replace(replacement))
                                .toList());
        };
    }

    /**
     * The value: exact, except for a square root or a power with a fractional exponent, which have 16 digits.
     *
     * @throws ArithmeticException when it has none: division by zero, the root of a negative number, a name without
     *     value; or when it is beyond 39,000 digits
     */
    default Rational evaluate(Map<String, Rational> values) {
        return switch (this) {
            case Literal(Rational value) -> value;
            case Name(String name) -> {
                var value = values.get(name);
                if (value == null) {
                    throw new ArithmeticException("no value for " + name);
                }
                yield value;
            }
            case Negation(Expression operand) -> operand.evaluate(values).negate();
            case Operation(String operator, Expression left, Expression right) ->
                Operators.apply(operator, left.evaluate(values), right.evaluate(values));
            case Call(String function, List<Expression> arguments) ->
                Operators.call(
                        function,
                        arguments.stream()
                                .map(argument -> argument.evaluate(values))
                                .toList());
        };
    }

    /** Prints it as Python with no more parentheses than its meaning needs. */
    default String print() {
        return ExpressionPrinter.print(this);
    }
}
