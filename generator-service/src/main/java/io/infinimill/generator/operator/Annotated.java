package io.infinimill.generator.operator;

import io.infinimill.generator.Decoupler;
import io.infinimill.generator.Decoupling;
import io.infinimill.generator.annotated.Drafting;
import io.infinimill.model.Seed;

/**
 * Decouples problems whose solution is worked out and annotated, without a teacher: every operand of the solution is
 * bound to a number of the question, an earlier result or an explained constant.
 *
 * @param frozenNumbers whether equal numbers that cannot be told apart may stay as they are, in text and program
 * @param margin how much better the chosen reading must fit than any other that gives another program
 */
record Annotated(boolean frozenNumbers, double margin) implements Decoupler {

    Annotated {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("Annotated.margin is %s. Maybe 1".formatted(margin));
        }
    }

    @Override
    public Decoupling decouple(Seed seed) {
        return new Drafting(frozenNumbers, margin, toString()).draft(seed);
    }
}
