package io.infinimill.generator.recipe;

import io.infinimill.model.OperatorUse;
import io.infinimill.operator.OperatorDescription;
import java.util.List;

/** The operators of one stage, wherever that stage runs. */
public interface StageOperators {

    String stage();

    List<OperatorDescription> describe();

    /** What is wrong with these uses; empty when they bind. */
    List<String> faults(List<OperatorUse> uses);
}
