package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shipped recipe for annotated problems, and what the benchmarks change in it. */
final class Recipes {

    static final String SHIPPED = "math-annotated";

    private Recipes() {}

    /** The shipped recipe with so many instances per template at most. */
    static JsonNode most(ApiClient api, int most) throws IOException, InterruptedException {
        var recipe = (ObjectNode) api.get("/recipes/" + SHIPPED);
        recipe.put("name", SHIPPED + "-most-" + most);
        for (var use : recipe.path("generate")) {
            if (use.path("parameters") instanceof ObjectNode parameters && parameters.has("most")) {
                parameters.put("most", most);
                return recipe;
            }
        }
        throw new IOException("recipe %s has no operator with 'most': %s".formatted(SHIPPED, recipe));
    }
}
