package io.infinimill.generator.recipe;

import io.infinimill.generator.web.Page;
import io.infinimill.model.Recipe;
import io.infinimill.operator.OperatorDescription;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RecipeResource {

    private final Recipes recipes;
    private final RecipeCheck check;

    RecipeResource(Recipes recipes, RecipeCheck check) {
        this.recipes = recipes;
        this.check = check;
    }

    @GetMapping("/recipes")
    Page<Recipe> list() {
        return new Page<>(List.copyOf(recipes.all()), null);
    }

    @GetMapping("/recipes/{name}")
    Recipe show(@PathVariable String name) {
        return recipes.load(name);
    }

    @GetMapping("/operators")
    Page<OperatorDescription> operators() {
        return new Page<>(check.describe(), null);
    }
}
