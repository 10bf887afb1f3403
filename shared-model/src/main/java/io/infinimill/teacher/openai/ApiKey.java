package io.infinimill.teacher.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a teacher wants to see before it answers. It comes from a file or the environment, and never prints itself. */
public final class ApiKey {

    private final @Nullable String value;

    private ApiKey(@Nullable String value) {
        this.value = value;
    }

    public static ApiKey none() {
        return new ApiKey(null);
    }

    /** @throws IllegalArgumentException when the file cannot be read or holds nothing that can be a key */
    public static ApiKey fromFile(Path file) {
        try {
            return of(Files.readString(file), "the file " + file);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("the API key cannot be read from the file " + file, e);
        }
    }

    /** @throws IllegalArgumentException when the variable is not set or holds nothing that can be a key */
    public static ApiKey fromEnvironment(String variable) {
        var value = System.getenv(variable);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the environment variable %s, which is to hold an API key, is not set".formatted(variable));
        }
        return of(value, "the environment variable " + variable);
    }

    private static ApiKey of(String text, String place) {
        var key = text.strip();
        if (key.isEmpty() || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException(place + " holds no API key: one line of visible ASCII characters");
        }
        return new ApiKey(key);
    }

    @Nullable
    String authorization() {
        return value == null ? null : "Bearer " + value;
    }

    @Override
    public String toString() {
        return value == null ? "ApiKey[none]" : "ApiKey[hidden]";
    }
}
