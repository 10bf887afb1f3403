package io.infinimill.generator;

import io.infinimill.generator.recipe.StageOperators;
import io.infinimill.generator.teacher.Teachers;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.operator.Catalogue;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.operator.OperatorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The generator's own operators, found in its operator package by their type. */
@Component
class GenerateOperators implements StageOperators {

    private static final String PACKAGE = "io.infinimill.generator.operator";

    private final Catalogue<Record> catalogue;
    private final Function<List<String>, List<String>> unknownTeachers;

    GenerateOperators() {
        this(_ -> List.of());
    }

    @Autowired
    GenerateOperators(Teachers teachers) {
        this(teachers::faults);
    }

    private GenerateOperators(Function<List<String>, List<String>> unknownTeachers) {
        this.unknownTeachers = unknownTeachers;
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Decoupler.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(TaughtDecoupler.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Evolver.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Scaler.class));
        var types = new ArrayList<Class<? extends Record>>();
        for (var candidate : scanner.findCandidateComponents(PACKAGE)) {
            types.add(ClassUtils.resolveClassName(
                            String.valueOf(candidate.getBeanClassName()), GenerateOperators.class.getClassLoader())
                    .asSubclass(Record.class));
        }
        this.catalogue = new Catalogue<>("generate", types);
    }

    /**
     * A recipe's decouplers, in the order they are tried, and its scaler.
     *
     * @param evolver makes the problem that is decoupled, or null where that is the seed itself
     * @param taught asked in their order where those without a teacher refuse
     */
    record Bound(@Nullable Evolver evolver, List<Decoupler> decouplers, List<TaughtDecoupler> taught, Scaler scaler) {

        /** Names the results of all decouplers together. */
        String operators() {
            return Stream.of(Stream.ofNullable(evolver), decouplers.stream(), taught.stream())
                    .flatMap(Function.identity())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }

        List<String> teachers() {
            var evolving = evolver == null
                    ? Stream.<String>empty()
                    : Stream.concat(Stream.of(evolver.author()), evolver.solvers().stream());
            var teaching = taught.stream().map(TaughtDecoupler::teachers).flatMap(List::stream);
            return Stream.concat(evolving, teaching).distinct().toList();
        }
    }

    /** @throws InvalidRecipe with every fault */
    Bound bind(Recipe recipe) {
        var operators = catalogue.bind(recipe.generate());
        var decouplers = only(operators, Decoupler.class);
        var taught = only(operators, TaughtDecoupler.class);
        var scalers = only(operators, Scaler.class);
        var evolvers = only(operators, Evolver.class);
        if ((decouplers.isEmpty() && taught.isEmpty()) || scalers.size() != 1) {
            throw new InvalidRecipe(List.of(
                    "generate: wants at least one decoupler, and one scaler, but has %d and %d. Maybe see GET /api/v1/recipes"
                            .formatted(decouplers.size() + taught.size(), scalers.size())));
        }
        if (evolvers.size() > 1 || (!evolvers.isEmpty() && (taught.isEmpty() || !decouplers.isEmpty()))) {
            throw new InvalidRecipe(
                    List.of(
                            "generate: evolved stands once, with decouplers that ask a teacher and no other, which would read the seed itself. Maybe leave 'annotated' out"));
        }
        return new Bound(evolvers.isEmpty() ? null : evolvers.getFirst(), decouplers, taught, scalers.getFirst());
    }

    private static <T> List<T> only(List<Record> operators, Class<T> type) {
        return operators.stream().filter(type::isInstance).map(type::cast).toList();
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
            return unknownTeachers.apply(
                    bind(new Recipe("check", null, uses, List.of(), List.of())).teachers());
        } catch (InvalidRecipe e) {
            return e.faults();
        }
    }
}
