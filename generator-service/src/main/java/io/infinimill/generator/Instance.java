package io.infinimill.generator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with numbers.
 *
 * @param variant its place among the instances, from 0
 * @param values the numbers by variable
 * @param substituted variables whose numbers stand in the program
 * @param style {@code program}, {@code worked} or {@code both}
 * @param program stand-alone Python that prints the answer
 * @param solution worked text, or null where the template has none
 * @param answer by exact arithmetic
 */
public record Instance(
        int variant,
        Map<String, BigDecimal> values,
        List<String> substituted,
        String style,
        String question,
        String program,
        @Nullable String solution,
        String answer) {}
