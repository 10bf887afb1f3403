package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every stage and every parameter of a job: the full record of what ran.
 *
 * @param name by which users pick it
 * @param description what it is for, in a sentence or two, or null
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
        generate = list("Recipe", "generate", generate);
        filter = list("Recipe", "filter", filter);
        judge = list("Recipe", "judge", judge);
    }
}
