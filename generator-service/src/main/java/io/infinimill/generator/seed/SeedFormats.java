package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import java.util.Map;
import java.util.TreeMap;

/** The formats by the name that the upload's {@code format} parameter uses. */
final class SeedFormats {

    private static final Map<String, SeedFormat> BY_NAME = new TreeMap<>(Map.of(
            "gsm8k", new WorkedSeeds("gsm8k"),
            "jsonl", new WorkedSeeds("jsonl"),
            "mathqa", new MathQaSeeds(),
            "svamp", new SvampSeeds()));

    private SeedFormats() {}

    /** @throws InvalidRequest with the known names */
    static SeedFormat load(String name) {
        var format = BY_NAME.get(name);
        if (format == null) {
            throw new InvalidRequest(
                    "unknown seed format '%s'; known: %s".formatted(name, String.join(", ", BY_NAME.keySet())));
        }
        return format;
    }
}
