package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One way to read the whole solution.
 *
 * @param choices the candidate of every operand, equation by equation
 * @param score how well it fits as a whole
 */
record Hypothesis(List<List<Candidate>> choices, double score) {

    List<Expression> expressions(Worked worked) {
        return IntStream.range(0, choices.size())
                .mapToObj(i -> worked.equations()
                        .get(i)
                        .bind(choices.get(i).stream().map(Candidate::expression).toList()))
                .toList();
    }
}
