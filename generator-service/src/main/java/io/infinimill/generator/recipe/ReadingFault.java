package io.infinimill.generator.recipe;

import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** What a reader finds wrong with a recipe, and where, in words of the recipe. */
final class ReadingFault {

    private ReadingFault() {}

    /** The first field that a recipe or one of its operators does not have, or null. A misspelt one says more than a missing one. */
    static @Nullable String unknownField(JsonNode recipe) {
        var fault = unknownField(recipe, "", Recipe.class);
        for (var stage : recipe.properties()) {
            int index = 0;
            for (var use : stage.getValue().isArray() ? stage.getValue() : List.<JsonNode>of()) {
                var place = "%s[%d].".formatted(stage.getKey(), index++);
                fault = fault == null ? unknownField(use, place, OperatorUse.class) : fault;
            }
        }
        return fault;
    }

    private static @Nullable String unknownField(JsonNode given, String place, Class<? extends Record> type) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        return given.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "unknown field '%s%s'; known: %s".formatted(place, name, String.join(", ", known)))
                .orElse(null);
    }

    static String of(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        var place = e.getPath().isEmpty() ? "it" : "'" + place(e) + "'";
        return e instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? "%s wants %s".formatted(place, kind(mismatched.getTargetType()))
                : "%s cannot be read".formatted(place);
    }

    private static String kind(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "a text" : "an object";
    }

    private static String place(JacksonException e) {
        var place = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                place.append('[').append(reference.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return place.toString();
    }
}
