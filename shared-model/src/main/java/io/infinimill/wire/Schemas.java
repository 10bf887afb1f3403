package io.infinimill.wire;

import io.infinimill.model.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The contract as documents for outside clients: a JSON Schema (2020-12) per event and an AsyncAPI 3.0 document of the
 * topics. They are generated from the records of {@code io.infinimill.model} and lie on the class path.
 */
public final class Schemas {

    private Schemas() {}

    /** The events that have a schema, such as {@code SampleJudged}, in the order of the path. */
    public static List<String> names() {
        return Topics.EVENTS.values().stream().map(Class::getSimpleName).toList();
    }

    /** The schema of an event as JSON; none for an unknown name. */
    public static Optional<String> find(String name) {
        return names().contains(name) ? Optional.of(load(name + ".schema.json")) : Optional.empty();
    }

    /** The AsyncAPI document as JSON. */
    public static String asyncApi() {
        return load("asyncapi.json");
    }

    private static String load(String file) {
        try (var document = Schemas.class.getResourceAsStream("/schemas/" + file)) {
            if (document == null) {
                throw new IllegalStateException("/schemas/" + file + " is not on the class path");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
