package io.infinimill.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) of the records: the types from the components, the meaning from their Javadoc. */
final class EventSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventSchemas() {}

    /** A document that stands alone: the records that the event is made of are in its {@code $defs}. */
    static ObjectNode document(Class<?> event) {
        var document = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:infinimill:events:v1:" + event.getSimpleName())
                .put("title", event.getSimpleName());
        document.setAll(record(event, "#/$defs/"));
        var definitions = new TreeMap<String, ObjectNode>();
        EventRecords.of(event).stream()
                .filter(type -> type != event)
                .forEach(type -> definitions.put(type.getSimpleName(), record(type, "#/$defs/")));
        document.putObject("$defs").setAll(definitions);
        return document;
    }

    /** @param place where the schemas of other records stand, such as {@code #/$defs/} */
    static ObjectNode record(Class<?> type, String place) {
        var javadoc = EventJavadoc.of(type);
        var schema = JSON.objectNode().put("description", javadoc.summary()).put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : type.getRecordComponents()) {
            var description = javadoc.components().get(component.getName());
            if (description == null) {
                throw new AssertionError("%s has no @param %s".formatted(type.getName(), component.getName()));
            }
            var property = JSON.objectNode().put("description", description);
            property.setAll(field(component, place));
            properties.set(component.getName(), property);
            if (EventRecords.isRequired(component)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode field(RecordComponent component, String place) {
        var schema = type(component.getGenericType(), place);
        if (!EventRecords.isRequired(component)) {
            if (schema.has("$ref")) {
                var nullable = JSON.objectNode();
                nullable.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
                return nullable;
            }
            var own = schema.get("type");
            schema.putArray("type").add(own).add("null");
        }
        return schema;
    }

    private static ObjectNode type(Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? JSON.objectNode().put("type", "array").set("items", type(arguments[0], place))
                    : JSON.objectNode().put("type", "object").set("additionalProperties", type(arguments[1], place));
        }
        if (type == String.class) {
            return JSON.objectNode().put("type", "string");
        }
        if (type == Integer.class || type == Long.class) {
            return JSON.objectNode().put("type", "integer").put("format", type == Long.class ? "int64" : "int32");
        }
        if (type == Double.class || type == BigDecimal.class) {
            return JSON.objectNode().put("type", "number");
        }
        if (type == Object.class) {
            return JSON.objectNode();
        }
        return JSON.objectNode().put("$ref", place + ((Class<?>) type).getSimpleName());
    }
}
