package io.infinimill.generator;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with numbers in it.
 *
 * @param variant from 0, the seed's own numbers
 * @param values the number of every variable
 * @param substituted the variables that stand as numbers in the program
 * @param style what a student answers with: {@code program}, {@code worked} or {@code both}
 * @param question the problem with these numbers
 * @param program stand-alone Python that prints the answer
 * @param solution worked text for these numbers; null where the template has none or the style is {@code program}
 * @param answer computed exactly, or null where only the program is known
 */
public record Instance(
        int variant,
        Map<String, BigDecimal> values,
        List<String> substituted,
        String style,
        String question,
        String program,
        @Nullable String solution,
        @Nullable String answer) {

    public Instance {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        substituted = List.copyOf(substituted);
    }
}
