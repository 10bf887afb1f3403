package io.infinimill.model;

import static io.infinimill.model.Required.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every stage and every parameter of a job: the full record of what ran.
 *
 * @param generate decouplers in the order they are tried, then the scaler
 * @param filter filters in the order they are asked; the first drop decides
 * @param judge judges in the order they are asked; the first rejection decides
 */
public record Recipe(
        String name,
        @Nullable String description,
        List<OperatorUse> generate,
        List<OperatorUse> filter,
        List<OperatorUse> judge) {

    public Recipe {
        required("Recipe", "name", name);
        generate = List.copyOf(required("Recipe", "generate", generate));
        filter = List.copyOf(required("Recipe", "filter", filter));
        judge = List.copyOf(required("Recipe", "judge", judge));
    }
}
