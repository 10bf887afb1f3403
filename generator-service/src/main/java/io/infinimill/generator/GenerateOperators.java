package io.infinimill.generator;

import io.infinimill.generator.recipe.StageOperators;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.operator.Catalogue;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.operator.OperatorDescription;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The generator's own operators, found in its operator package by their type. */
@Component
class GenerateOperators implements StageOperators {

    private static final String PACKAGE = "io.infinimill.generator.operator";

    private final Catalogue<Record> catalogue;

    GenerateOperators() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Decoupler.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Scaler.class));
        var types = new ArrayList<Class<? extends Record>>();
        for (var candidate : scanner.findCandidateComponents(PACKAGE)) {
            types.add(ClassUtils.resolveClassName(
                            String.valueOf(candidate.getBeanClassName()), GenerateOperators.class.getClassLoader())
                    .asSubclass(Record.class));
        }
        this.catalogue = new Catalogue<>("generate", types);
    }

    /** A recipe's decouplers, in the order they are tried, and its scaler. */
    record Bound(List<Decoupler> decouplers, Scaler scaler) {}

    /** @throws InvalidRecipe with every fault */
    Bound bind(Recipe recipe) {
        var operators = catalogue.bind(recipe.generate());
        var decouplers = operators.stream()
                .filter(Decoupler.class::isInstance)
                .map(Decoupler.class::cast)
                .toList();
        var scalers = operators.stream()
                .filter(Scaler.class::isInstance)
                .map(Scaler.class::cast)
                .toList();
        if (decouplers.isEmpty() || scalers.size() != 1) {
            throw new InvalidRecipe(List.of(
                    "generate: wants at least one decoupler and one scaler but has %d and %d. Maybe see GET /api/v1/recipes"
                            .formatted(decouplers.size(), scalers.size())));
        }
        return new Bound(decouplers, scalers.getFirst());
    }

    @Override
    public String stage() {
        return "generate";
    }

    @Override
    public List<OperatorDescription> describe() {
        return catalogue.describe();
    }

    @Override
    public List<String> faults(List<OperatorUse> uses) {
        try {
            bind(new Recipe("check", null, uses, List.of(), List.of()));
            return List.of();
        } catch (InvalidRecipe e) {
            return e.faults();
        }
    }
}
