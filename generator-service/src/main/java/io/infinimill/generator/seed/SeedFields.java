package io.infinimill.generator.seed;

import io.infinimill.wire.Wire;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a seed's JSON object, with faults that name the field. */
record SeedFields(ObjectNode object) {

    private static final int SHOWN = 60;

    static SeedFields parse(String line) {
        JsonNode node;
        try {
            node = Wire.MAPPER.readTree(line);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new IllegalArgumentException("not JSON%s: %s; the line starts with '%s'"
                    .formatted(
                            place == null ? "" : " at column " + place.getColumnNr(),
                            e.getOriginalMessage(),
                            start(line)));
        }
        if (!(node instanceof ObjectNode object)) {
            throw new IllegalArgumentException("not a JSON object but '%s'".formatted(start(line)));
        }
        return new SeedFields(object);
    }

    String required(String name) {
        var value = find(name);
        if (value == null || value.isBlank()) {
            var fields = new ArrayList<>(object.propertyNames());
            throw new IllegalArgumentException(
                    "field '%s' is missing or empty; the line has %s".formatted(name, String.join(", ", fields)));
        }
        return value;
    }

    @Nullable
    String find(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainer()) {
            throw new IllegalArgumentException(
                    "field '%s' wants text or a number but is %s".formatted(name, start(value.toString())));
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    private static String start(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
