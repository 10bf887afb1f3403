package io.infinimill.generator.recipe;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.generator.web.Shown;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.model.Hash;
import io.infinimill.model.Recipe;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The recipes that are shipped, and the reading of those that a request brings. */
@Component
public class Recipes {

    private static final ObjectReader READER = Wire.MAPPER.readerFor(Recipe.class);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Map<String, Recipe> shipped = new TreeMap<>();

    Recipes() throws IOException {
        var yaml = new YAMLMapper();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:/recipes/*.yaml")) {
            try (var text = resource.getInputStream()) {
                var recipe = read(yaml.readTree(text));
                shipped.put(recipe.name(), recipe);
            }
        }
    }

    public Collection<Recipe> all() {
        return shipped.values();
    }

    /** @throws UnknownName with the shipped ones */
    public Recipe load(String name) {
        var recipe = shipped.get(name);
        if (recipe == null) {
            throw new UnknownName("recipe", name, shipped.keySet());
        }
        return recipe;
    }

    /**
     * @param given a shipped recipe's name, or a recipe
     * @throws InvalidRequest when it is neither
     */
    public Recipe resolve(JsonNode given) {
        if (given.isString()) {
            return load(given.asString());
        }
        if (given.isObject()) {
            return read(given);
        }
        throw new InvalidRequest("'recipe' wants a recipe's name or a recipe but is %s. Known names: %s"
                .formatted(Shown.quoted(given), String.join(", ", shipped.keySet())));
    }

    /** The same for recipes that say the same, whatever the order of their parameters. */
    public static String hash(Recipe recipe) {
        return Hash.of(
                "recipe",
                Wire.MAPPER
                        .writer()
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsString(recipe));
    }

    private static Recipe read(JsonNode given) {
        var unknown = ReadingFault.unknownField(given);
        if (unknown != null) {
            throw noRecipe(unknown);
        }
        Recipe recipe;
        try {
            recipe = READER.readValue(given);
        } catch (JacksonException e) {
            throw noRecipe(ReadingFault.of(e));
        }
        check("name", recipe.name(), LONGEST_NAME);
        check("description", recipe.description(), LONGEST_DESCRIPTION);
        return recipe;
    }

    private static InvalidRequest noRecipe(String fault) {
        return new InvalidRequest(
                "not a recipe: %s. A recipe has name, description, generate, filter and judge, the last three being lists of {operator, parameters}"
                        .formatted(fault));
    }

    private static void check(String field, @Nullable String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            throw new InvalidRequest("not a recipe: its %s has %,d characters and may have 1 to %,d, not all blank"
                    .formatted(field, text.length(), most));
        }
    }
}
