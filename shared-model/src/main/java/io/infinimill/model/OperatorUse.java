package io.infinimill.model;

import static io.infinimill.model.Required.required;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator as a recipe names it.
 *
 * @param operator kebab-case name, such as {@code response-length}
 * @param parameters every parameter of the operator by its name; there are no defaults. It may be left out where an
 *     operator has none
 */
public record OperatorUse(String operator, Map<String, @Nullable Object> parameters) {

    public OperatorUse {
        required("OperatorUse", "operator", operator);
        parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
