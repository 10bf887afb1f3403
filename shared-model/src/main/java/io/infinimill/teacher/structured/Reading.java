package io.infinimill.teacher.structured;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of one choice. */
public sealed interface Reading {

    /** It is JSON that fits the schema. */
    record Fits(JsonNode value) implements Reading {}

    /**
     * It is no JSON, or JSON of another shape.
     *
     * @param faults such as {@code /count: string found, integer expected}
     */
    record Misfit(List<String> faults) implements Reading {

        public Misfit {
            faults = List.copyOf(faults);
        }
    }

    /** It reached the most tokens before its JSON was complete. */
    record Truncated() implements Reading {}

    /** The teacher withheld it. */
    record Withheld() implements Reading {}
}
