package io.infinimill.program;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One program and the sets of named arguments to run it with, one execution each.
 *
 * <p>A number reaches Python as its literal would: {@code BigDecimal("3")} as the int 3, {@code BigDecimal("3.0")} and
 * the double 3 as the float 3.0. A decimal becomes the nearest double, exactly as if it stood in the source.
 */
public record Call(Program program, List<Map<String, Number>> argumentSets) {

    /** Digits of an argument, before and after the point; a double has at most 309 before it. */
    private static final int MAX_DIGITS = 310;

    private static final Set<Class<? extends Number>> TYPES = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    public Call {
        if (program.function() == null && !argumentSets.stream().allMatch(Map::isEmpty)) {
            throw new IllegalArgumentException("a standalone program takes no arguments, but got " + argumentSets);
        }
        var literals = new ArrayList<Map<String, Number>>(argumentSets.size());
        for (var arguments : argumentSets) {
            var copy = new LinkedHashMap<String, Number>();
            arguments.forEach((name, value) -> copy.put(name, literal(name, value)));
            literals.add(Collections.unmodifiableMap(copy));
        }
        argumentSets = List.copyOf(literals);
    }

    /** One run of a standalone text. */
    public static Call standalone(String source) {
        return new Call(Program.standalone(source), List.of(Map.of()));
    }

    private static Number literal(String name, Number value) {
        if (!TYPES.contains(value.getClass())) {
            throw new IllegalArgumentException("argument %s is a %s. Maybe pass a BigDecimal"
                    .formatted(name, value.getClass().getName()));
        }
        if (!Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("argument %s is not finite or beyond a double".formatted(name));
        }
        if (!(value instanceof BigDecimal decimal)) {
            return value;
        }
        if (decimal.precision() > MAX_DIGITS || decimal.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException("argument %s has more than %d digits".formatted(name, MAX_DIGITS));
        }
        return decimal.scale() <= 0 ? decimal.toBigIntegerExact() : decimal;
    }
}
