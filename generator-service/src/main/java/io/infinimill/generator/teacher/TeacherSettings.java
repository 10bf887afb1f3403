package io.infinimill.generator.teacher;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The teachers by the names that recipes use, and how long their replies are kept.
 *
 * @param teachers by name: url, model, family, price-in and price-out (per million tokens), licence, api-key-file or api-key-env, timeout (120s), limits.rpm, limits.tpm, limits.most-slots, abilities
 * @param replies bounds of the cache
 */
@ConfigurationProperties("infinimill.generator")
public record TeacherSettings(Map<String, Configured> teachers, Kept replies) {

    private static final int MOST_IN_FLIGHT = 512;

    public TeacherSettings {
        teachers = teachers == null ? Map.of() : Map.copyOf(teachers);
    }

    /**
     * @param age after which a reply is forgotten
     * @param most replies; the oldest go first
     */
    public record Kept(Duration age, long most) {}

    /**
     * A teacher behind an OpenAI-compatible address.
     *
     * @param url the base, such as {@code http://localhost:8000/v1}
     * @param model as the endpoint calls it
     * @param family of the model: judges of the same family are no jury for it
     * @param priceIn per million tokens sent
     * @param priceOut per million tokens that come back
     * @param licence of what it says
     * @param apiKeyFile file with the key, or null
     * @param apiKeyEnv environment variable with the key, or null
     */
    public record Configured(
            URI url,
            String model,
            @Nullable String family,
            @DefaultValue("0") BigDecimal priceIn,
            @DefaultValue("0") BigDecimal priceOut,
            @Nullable String licence,
            @DefaultValue Limits limits,
            @DefaultValue Abilities abilities,
            @Nullable String apiKeyFile,
            @Nullable String apiKeyEnv,
            @DefaultValue("120s") Duration timeout) {

        public Configured {
            if (apiKeyFile != null && apiKeyEnv != null) {
                throw new IllegalArgumentException(
                        "teacher %s has both api-key-file and api-key-env; one of them is enough".formatted(model));
            }
        }
    }

    /**
     * @param rpm requests per minute, or null
     * @param tpm tokens per minute, or null
     * @param mostSlots requests in flight at most; below it the capacity is found by trying
     */
    public record Limits(
            @Nullable Integer rpm,
            @Nullable Integer tpm,
            @Nullable Integer mostSlots) {

        int inFlight() {
            return mostSlots == null ? MOST_IN_FLIGHT : mostSlots;
        }
    }

    public record Abilities(
            @DefaultValue("false") boolean images,
            @DefaultValue("true") boolean schema,
            @DefaultValue("false") boolean logProbabilities) {}
}
