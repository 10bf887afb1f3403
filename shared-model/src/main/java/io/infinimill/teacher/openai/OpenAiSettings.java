package io.infinimill.teacher.openai;

import java.net.URI;
import java.time.Duration;

/**
 * Where a teacher is.
 *
 * @param address the base, such as {@code http://localhost:8000/v1}
 * @param model as the endpoint calls it
 * @param connectTimeout until a connection stands
 * @param timeout until the whole reply is there, however slowly it comes
 * @param connections most at once
 */
public record OpenAiSettings(
        URI address, String model, ApiKey key, Duration connectTimeout, Duration timeout, int connections) {

    public OpenAiSettings {
        var scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "the address is '%s'\nMaybe it lacks http:// or https://, as in http://localhost:8000/v1"
                            .formatted(address));
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address of %s holds a user or password; a key goes into a file".formatted(address.getHost()));
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("the teacher at %s has no model".formatted(address));
        }
        if (connectTimeout.toMillis() < 1 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "connect-timeout is %s and timeout %s, not both 1 ms or more".formatted(connectTimeout, timeout));
        }
        if (connections < 1) {
            throw new IllegalArgumentException("connections is %d, less than 1".formatted(connections));
        }
    }

    URI completions() {
        var base = address.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "chat/completions");
    }
}
