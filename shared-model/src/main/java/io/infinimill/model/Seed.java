package io.infinimill.model;

import static io.infinimill.model.Required.optional;
import static io.infinimill.model.Required.required;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input problem.
 *
 * @param id hash of set, question, answer and solution
 * @param set name of the seed set it was uploaded to, or what an outside producer calls its source
 * @param format how the solution is annotated: {@code gsm8k}, {@code mathqa}, {@code svamp} or {@code jsonl}
 * @param question the problem as a person reads it
 * @param answer the known final answer as plain text, such as {@code 72} or {@code 0.5}
 * @param solution the worked or annotated solution in the notation of {@code format}: lines with {@code <<48/2=24>>}
 *     (gsm8k, jsonl), a {@code linear_formula} (mathqa), an equation over the numbers of the question (svamp)
 * @param attributes what else the source says of it, such as {@code topic}
 */
public record Seed(
        String id,
        String set,
        String format,
        String question,
        @Nullable String answer,
        @Nullable String solution,
        @Nullable Map<String, String> attributes) {

    public Seed {
        required("Seed", "id", id);
        required("Seed", "set", set);
        required("Seed", "format", format);
        required("Seed", "question", question);
        attributes = optional("Seed", "attributes", attributes);
    }

    /** A seed whose id is derived from its content. */
    public static Seed of(
            String set, String format, String question, @Nullable String answer, @Nullable String solution) {
        return new Seed(
                Hash.of("seed", set, question, answer, solution), set, format, question, answer, solution, null);
    }
}
