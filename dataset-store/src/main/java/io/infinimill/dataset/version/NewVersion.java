package io.infinimill.dataset.version;

import io.infinimill.dataset.RefusedRequest;
import io.infinimill.operator.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * What a version is asked to be.
 *
 * @param selection what to take; null takes every sample accepted by now
 */
record NewVersion(String note, @Nullable Selection selection) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(LogicalType.Textual, texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    NewVersion {
        if (note == null || note.isBlank()) {
            throw new IllegalArgumentException("a version has a note\nMaybe {\"note\": \"what is in it\"}");
        }
        if (note.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the note has a zero character, which no text here has");
        }
    }

    /** Strict, since a misspelt restriction would select everything. */
    static NewVersion of(JsonNode body) {
        try {
            return STRICT.treeToValue(body, NewVersion.class);
        } catch (UnrecognizedPropertyException e) {
            var known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw refused(unknown(e.getPropertyName(), known), e);
        } catch (JacksonException e) {
            var cause = e.getCause();
            throw refused(
                    cause instanceof IllegalArgumentException
                            ? String.valueOf(cause.getMessage())
                            : e.getOriginalMessage(),
                    e);
        }
    }

    private static String unknown(String name, List<String> known) {
        return "no property '%s'; known: %s%s".formatted(name, String.join(", ", known), Suggestion.of(name, known));
    }

    private static RefusedRequest refused(String message, Exception cause) {
        var refused = new RefusedRequest(message);
        refused.initCause(cause);
        return refused;
    }
}
