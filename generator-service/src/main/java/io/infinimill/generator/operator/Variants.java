package io.infinimill.generator.operator;

import io.infinimill.generator.Instance;
import io.infinimill.generator.Scaler;
import io.infinimill.generator.scale.Instances;
import io.infinimill.model.Sample;
import io.infinimill.model.Template;
import io.infinimill.operator.Purpose;
import java.util.Set;
import java.util.stream.Stream;

/**
 * New numbers within the ranges, and forms of the program with variables substituted back (InfinityMATH, "Data
 * scaling": any non-empty subset of k variables gives 2^k - 1 forms; CIKM '24, arXiv:2408.07089).
 *
 * <p>The paper's ablation finds a docstring better on AQuA, GSM8K and MATH and worse on NumGLUE, hence the switch.
 */
@Purpose("new numbers within a template's ranges, and forms of its program")
record Variants(
        @Purpose("program, worked, or both: what a student answers with")
        String answer,

        @Purpose("whether programs have a docstring") boolean docstring,

        @Purpose("forms of the program per set of numbers; 1 keeps every variable a parameter")
        int forms,

        @Purpose("instances per template at most") int most,

        @Purpose("decides which numbers come in which order")
        long seed)
        implements Scaler {

    private static final Set<String> STYLES = Set.of(Sample.PROGRAM, Sample.WORKED, Sample.BOTH);

    Variants {
        if (!STYLES.contains(answer)) {
            throw new IllegalArgumentException("answer is '%s'; known: program, worked, both".formatted(answer));
        }
        if (forms < 1 || (forms > 1 && answer.equals(Sample.WORKED))) {
            throw new IllegalArgumentException(
                    "forms is %d and must be at least 1, and 1 where answer is worked: worked text has no forms"
                            .formatted(forms));
        }
        if (most < 1) {
            throw new IllegalArgumentException("most is %d and must be at least 1".formatted(most));
        }
    }

    @Override
    public Stream<Instance> instances(Template template) {
        return new Instances(template, answer, docstring, forms).stream(seed).limit(most);
    }
}
