package io.infinimill.generator.teacher;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The teachers by the names that recipes use, and how long their replies are kept.
 *
 * @param teachers by name: url, gguf or onnx, model, family, price-in and price-out (per million tokens), licence, api-key-file or api-key-env, timeout (120s), limits.rpm, limits.tpm, limits.most-slots, abilities
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
     * A teacher behind an OpenAI-compatible address, or a model in this process.
     *
     * @param url the base, such as {@code http://localhost:8000/v1}, or null
     * @param gguf the file of a model that this process loads by llama.cpp, or null
     * @param onnx the file of a model that this process loads by DJL, or null; beside or above it lie config.json, tokenizer.json and tokenizer_config.json
     * @param model as the endpoint calls it; a GGUF file need not have another name than its own
     * @param family of the model: judges of the same family are no jury for it
     * @param priceIn per million tokens sent
     * @param priceOut per million tokens that come back
     * @param licence of what it says
     * @param apiKeyFile file with the key, or null
     * @param apiKeyEnv environment variable with the key, or null
     */
    public record Configured(
            @Nullable URI url,
            @Nullable Path gguf,
            @Nullable Path onnx,
            @Nullable String model,
            @Nullable String family,
            @DefaultValue("0") BigDecimal priceIn,
            @DefaultValue("0") BigDecimal priceOut,
            @Nullable String licence,
            @DefaultValue Limits limits,
            @DefaultValue Abilities abilities,
            @Nullable String apiKeyFile,
            @Nullable String apiKeyEnv,
            @DefaultValue("120s") Duration timeout,
            @DefaultValue InProcess inProcess) {

        public Configured {
            var given = new ArrayList<String>();
            if (url != null) {
                given.add("url");
            }
            if (gguf != null) {
                given.add("gguf");
            }
            if (onnx != null) {
                given.add("onnx");
            }
            if (given.size() != 1) {
                throw new IllegalArgumentException(
                        "a teacher has %s; it wants one of url, gguf and onnx: an address, or the file of a model"
                                .formatted(given.isEmpty() ? "none" : String.join(" and ", given)));
            }
            if (gguf == null && model == null) {
                throw new IllegalArgumentException(
                        "the teacher at %s has no model, the name it goes by".formatted(url == null ? onnx : url));
            }
            if (apiKeyFile != null && apiKeyEnv != null) {
                throw new IllegalArgumentException(
                        "teacher %s has both api-key-file and api-key-env; one of them is enough".formatted(model));
            }
            if (model == null) {
                model = Objects.requireNonNull(gguf).getFileName().toString().replaceFirst("(?i)\\.gguf$", "");
            }
        }

        /** Of the model, where it has no address. */
        @Nullable
        Path file() {
            return gguf == null ? onnx : gguf;
        }

        @Override
        public String model() {
            return Objects.requireNonNull(model);
        }
    }

    /**
     * How a model in this process computes.
     *
     * @param context tokens of one request, prompt and reply
     * @param threads that compute, or null for as many as there are cores
     * @param slots how many requests are worked on at once
     */
    public record InProcess(
            @DefaultValue("4096") int context,
            @Nullable Integer threads,
            @DefaultValue("2") int slots) {

        int computing() {
            return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
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

    /**
     * @param images whether it sees them
     * @param schema whether its replies can be constrained by {@code response_format}; without, it is asked in words alone
     * @param logProbabilities whether it gives those of its tokens
     */
    public record Abilities(
            @DefaultValue("false") boolean images,
            @DefaultValue("true") boolean schema,
            @DefaultValue("false") boolean logProbabilities) {}
}
