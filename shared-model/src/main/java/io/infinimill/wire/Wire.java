package io.infinimill.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes and reads events. A reader ignores fields it does not know, takes absent and null for the same, and turns no
 * type into another: text is no number, 3.7 is no integer.
 */
public final class Wire {

    /** For events, stored JSON: nulls left out, plain decimals. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** Packages, and advice for whoever writes the reader; an outside producer can do nothing with either. */
    private static final Pattern JAVA = Pattern.compile("\\b(?:[a-z]+\\.)+(?=[A-Z])| \\(but .*\\)$");

    private Wire() {}

    public static byte[] write(Object event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** @throws IllegalArgumentException with the event's name and what is wrong with the bytes, and where */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            T event = MAPPER.readValue(bytes, type);
            if (event == null) {
                throw refusal(type, "it is null", null);
            }
            return event;
        } catch (JacksonException e) {
            throw refusal(type, reason(e), e);
        }
    }

    private static IllegalArgumentException refusal(Class<?> type, String reason, @Nullable Exception cause) {
        return new IllegalArgumentException("not a %s: %s".formatted(type.getSimpleName(), reason), cause);
    }

    /** What the record said when it refused its components, else what the reader says, with the place. */
    private static String reason(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        var place = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                place.append('[').append(reference.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        var said = JAVA.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
        return place.isEmpty() ? said : place + ": " + said;
    }
}
