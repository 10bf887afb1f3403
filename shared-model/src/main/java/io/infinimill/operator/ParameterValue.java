package io.infinimill.operator;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a value of a recipe into the type of a record component, or says that it does not fit. */
final class ParameterValue {

    private ParameterValue() {}

    static String typeName(Type type) {
        if (type == int.class || type == long.class) {
            return "integer";
        }
        if (type == double.class || type == BigDecimal.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == String.class) {
            return "string";
        }
        if (type.getTypeName().equals("java.util.List<java.lang.String>")) {
            return "list of strings";
        }
        throw new IllegalStateException("an operator cannot have a parameter of type " + type.getTypeName());
    }

    /** @throws IllegalArgumentException with what was given and what is wanted */
    static Object convert(Type type, @Nullable Object value) {
        var name = typeName(type);
        var converted = value == null
                ? null
                : switch (name) {
                    case "integer" -> integer(type, value);
                    case "number" -> number(type, value);
                    case "boolean" -> value instanceof Boolean ? value : null;
                    case "string" -> value instanceof String ? value : null;
                    default -> strings(value);
                };
        if (converted == null) {
            throw new IllegalArgumentException("wants %s %s but is %s".formatted(article(name), name, shown(value)));
        }
        return converted;
    }

    private static @Nullable Object integer(Type type, Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return null;
        }
        try {
            var exact = new BigDecimal(number.toString());
            return type == int.class ? (Object) exact.intValueExact() : (Object) exact.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object number(Type type, Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return null;
        }
        var exact = new BigDecimal(number.toString());
        return type == double.class ? (Object) exact.doubleValue() : exact;
    }

    private static @Nullable Object strings(Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        var strings = new ArrayList<String>();
        for (var element : list) {
            if (!(element instanceof String string)) {
                return null;
            }
            strings.add(string);
        }
        return List.copyOf(strings);
    }

    private static String article(String name) {
        return name.startsWith("i") ? "an" : "a";
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }
}
