package io.infinimill.generator.seed;

import io.infinimill.generator.web.Characters;
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
        for (var property : object.properties()) {
            check("a field's name", property.getKey());
            if (property.getValue().isString()) {
                check(
                        "field '" + start(property.getKey()) + "'",
                        property.getValue().asString());
            }
        }
        return new SeedFields(object);
    }

    private static void check(String what, String text) {
        var fault = Characters.fault(text);
        if (fault != null) {
            throw new IllegalArgumentException("%s has %s".formatted(what, fault));
        }
    }

    String required(String name) {
        var value = find(name);
        if (value == null || value.isBlank()) {
            var fields = new ArrayList<>(object.propertyNames());
            throw new IllegalArgumentException("field '%s' is missing or empty; the line has %s"
                    .formatted(name, start(String.join(", ", fields))));
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
        return value.isNumber() ? PlainNumber.write(value.decimalValue()) : value.asString();
    }

    static String start(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
