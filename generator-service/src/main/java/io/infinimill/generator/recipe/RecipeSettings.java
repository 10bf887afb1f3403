package io.infinimill.generator.recipe;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the stages of other services are asked about their operators.
 *
 * @param filterUrl the filter service
 * @param judgeUrl the judge service
 * @param timeout of one question
 * @param apiKey sent as {@code X-API-Key}, or null for none
 */
@ConfigurationProperties("infinimill.generator.recipe")
public record RecipeSettings(
        URI filterUrl,
        URI judgeUrl,
        Duration timeout,
        @Nullable String apiKey) {

    public RecipeSettings {
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    }
}
