package io.infinimill.filter;

import io.infinimill.model.OperatorUse;
import io.infinimill.operator.Catalogue;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.operator.OperatorDescription;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The filters, found in their package by their type. */
@Component
class FilterOperators {

    private static final String PACKAGE = "io.infinimill.filter.operator";

    private final Catalogue<Filter> catalogue;

    FilterOperators() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Filter.class));
        var types = new ArrayList<Class<? extends Filter>>();
        for (var candidate : scanner.findCandidateComponents(PACKAGE)) {
            types.add(ClassUtils.resolveClassName(
                            String.valueOf(candidate.getBeanClassName()), FilterOperators.class.getClassLoader())
                    .asSubclass(Filter.class));
        }
        catalogue = new Catalogue<>("filter", types);
    }

    List<OperatorDescription> describe() {
        return catalogue.describe();
    }

    /** @throws InvalidRecipe with every fault */
    FilterChain bind(List<OperatorUse> uses) {
        var filters = catalogue.bind(uses);
        if (filters.stream().filter(DuplicateFilter.class::isInstance).count() > 1) {
            throw new InvalidRecipe(
                    List.of("filter: more than one operator drops duplicates. Maybe keep the last one"));
        }
        return new FilterChain(filters);
    }
}
