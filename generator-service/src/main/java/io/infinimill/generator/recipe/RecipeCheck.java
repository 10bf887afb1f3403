package io.infinimill.generator.recipe;

import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.operator.OperatorDescription;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has every stage of a recipe bound by the service that will run it, so that a bad one is refused at submission. */
@Component
public class RecipeCheck {

    /** No pipeline of the field has half as many per stage; each costs every sample a look. */
    private static final int MOST_OPERATORS = 64;

    private final List<StageOperators> stages;

    RecipeCheck(StageOperators generate, RecipeSettings settings) {
        this.stages = List.of(
                generate,
                new RemoteOperators("filter", settings.filterUrl(), settings),
                new RemoteOperators("judge", settings.judgeUrl(), settings));
    }

    /** @throws InvalidRecipe with the faults of all stages */
    public void check(Recipe recipe) {
        var faults = new ArrayList<String>();
        for (var stage : stages) {
            var uses = uses(recipe, stage.stage());
            if (uses.size() > MOST_OPERATORS) {
                faults.add("stage '%s' has %,d operators; it takes at most %d"
                        .formatted(stage.stage(), uses.size(), MOST_OPERATORS));
            } else {
                faults.addAll(stage.faults(uses));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRecipe(faults);
        }
    }

    List<OperatorDescription> describe() {
        return stages.stream().flatMap(stage -> stage.describe().stream()).toList();
    }

    private static List<OperatorUse> uses(Recipe recipe, String stage) {
        return switch (stage) {
            case "generate" -> recipe.generate();
            case "filter" -> recipe.filter();
            default -> recipe.judge();
        };
    }
}
