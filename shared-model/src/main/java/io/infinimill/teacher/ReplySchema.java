package io.infinimill.teacher;

/**
 * The JSON Schema that a reply is asked to fit.
 *
 * @param name what the schema describes, in letters, digits, underscores and hyphens
 * @param json the schema, its root an object
 */
public record ReplySchema(String name, String json) {

    public ReplySchema {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "the schema is called '%s', which is not 1 to 64 letters, digits, _ and -".formatted(name));
        }
    }
}
