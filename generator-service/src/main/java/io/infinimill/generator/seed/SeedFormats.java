package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.operator.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The formats by the name that the upload's {@code format} parameter uses. */
final class SeedFormats {

    private static final Map<String, SeedFormat> BY_NAME = new TreeMap<>(Map.of(
            "gsm8k", new WorkedSeeds("gsm8k"),
            "jsonl", new WorkedSeeds("jsonl"),
            "mathqa", new MathQaSeeds(),
            "svamp", new SvampSeeds()));

    private SeedFormats() {}

    /** @throws InvalidRequest with the known names */
    static SeedFormat load(@Nullable String name) {
        var known = String.join(", ", BY_NAME.keySet());
        if (name == null) {
            throw new InvalidRequest("parameter 'format' is missing; known: %s".formatted(known));
        }
        var format = BY_NAME.get(name);
        if (format == null) {
            throw new InvalidRequest("unknown seed format '%s'; known: %s%s"
                    .formatted(name, known, Suggestion.of(name, BY_NAME.keySet())));
        }
        return format;
    }

    /** The formats in which a line is a seed. */
    static List<String> reading(String line) {
        return BY_NAME.keySet().stream().filter(name -> reads(name, line)).toList();
    }

    private static boolean reads(String name, String line) {
        try {
            load(name).read("any", line);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
