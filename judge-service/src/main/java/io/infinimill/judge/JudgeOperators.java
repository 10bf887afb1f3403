package io.infinimill.judge;

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

/** The judges, found in their package by their type. */
@Component
class JudgeOperators {

    private static final String PACKAGE = "io.infinimill.judge.operator";

    private final Catalogue<Judge> catalogue;

    JudgeOperators() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Judge.class));
        var types = new ArrayList<Class<? extends Judge>>();
        for (var candidate : scanner.findCandidateComponents(PACKAGE)) {
            types.add(ClassUtils.resolveClassName(
                            String.valueOf(candidate.getBeanClassName()), JudgeOperators.class.getClassLoader())
                    .asSubclass(Judge.class));
        }
        catalogue = new Catalogue<>("judge", types);
    }

    List<OperatorDescription> describe() {
        return catalogue.describe();
    }

    /** @throws InvalidRecipe with every fault */
    List<Judge> bind(List<OperatorUse> uses) {
        return catalogue.bind(uses);
    }
}
