package io.infinimill.generator.recipe;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a reader finds wrong with a recipe, and where, in words of the recipe. */
final class ReadingFault {

    private ReadingFault() {}

    static String of(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds();
            return "unknown field '%s'; known: %s"
                    .formatted(
                            place(e),
                            known == null
                                    ? ""
                                    : known.stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", ")));
        }
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
